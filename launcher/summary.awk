# Reads Maven Surefire's XML reports; prints failed and skipped tests with their reasons, then
# "N passed, N failed, N skipped". A test's own output stands in CDATA sections, where it may well
# look like a report: those are cut out first.

function unescaped(text) {
    gsub(/&#10;|&#xa;|&#13;/, " ", text)
    gsub(/&lt;/, "<", text)
    gsub(/&gt;/, ">", text)
    gsub(/&quot;/, "\"", text)
    gsub(/&apos;|&#39;/, "'", text)
    gsub(/&amp;/, "\\&", text)
    return text
}

# The value of an attribute of the tag that the text starts with.
function attribute(tag, name,    at) {
    at = match(tag, "[ \t]" name "=\"[^\"]*\"")
    return at ? unescaped(substr(tag, RSTART + length(name) + 3, RLENGTH - length(name) - 4)) : ""
}

# The line without what lies in CDATA sections, which may go over many lines.
function outside_cdata(line,    kept, at) {
    kept = ""
    while (line != "") {
        at = index(line, cdata ? "]]>" : "<![CDATA[")
        if (at == 0) {
            if (!cdata) kept = kept line
            break
        }
        if (!cdata) kept = kept substr(line, 1, at - 1)
        line = substr(line, at + (cdata ? 3 : 9))
        cdata = !cdata
    }
    return kept
}

function count_test() {
    if (test == "") return
    if (outcome == "failed") { failed++; failures = failures "  " test reason "\n" }
    else if (outcome == "skipped") { skipped++; skips = skips "  " test reason "\n" }
    else passed++
    test = ""
}

function begin_test(tag,    class) {
    count_test()
    class = attribute(tag, "classname")
    sub(/.*\./, "", class)
    test = class "." attribute(tag, "name")
    sub(/\.$/, "", test)
    outcome = "passed"
    reason = ""
}

function end_test_as(kind, tag,    message) {
    if (outcome == "failed") return
    outcome = kind
    message = attribute(tag, "message")
    sub(/^Assumption failed: /, "", message)
    sub(/^.*TestAbortedException: (Assumption failed: )?/, "", message)
    if (length(message) > 300) message = substr(message, 1, 300) "..."
    reason = message == "" ? "" : ": " message
}

# Takes a line tag by tag.
function read_tags(text,    tag, at) {
    while ((at = index(text, "<")) > 0) {
        text = substr(text, at)
        at = index(text, ">")
        tag = at ? substr(text, 1, at) : text
        if (tag ~ /^<testcase[ \t>]/) begin_test(tag)
        else if (tag ~ /^<skipped[ \t\/>]/) end_test_as("skipped", tag)
        else if (tag ~ /^<(failure|error)[ \t\/>]/) end_test_as("failed", tag)
        else if (tag ~ /^<\/testsuite>/) count_test()
        text = substr(text, 2)
    }
}

FNR == 1 { count_test(); cdata = 0 }
{ read_tags(outside_cdata($0)) }

END {
    count_test()
    if (failures != "") printf "Failed:\n%s", failures
    if (skips != "") printf "Skipped:\n%s", skips
    printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
}
