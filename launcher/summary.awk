# Reads Maven Surefire's XML reports; prints failed and skipped tests with their reasons, then
# "N passed, N failed, N skipped". A test's own output stands in CDATA sections, where it may well
# look like a report: those are not read as one.

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

# Reads a line: tags outside of CDATA sections, which may go over many lines, and within one only
# the first line of the reason that a tag promised.
function read_line(line,    at, part) {
    while (line != "") {
        at = index(line, in_cdata ? "]]>" : "<![CDATA[")
        part = at ? substr(line, 1, at - 1) : line
        if (!in_cdata) read_tags(part)
        else if (wants_reason) give_reason(part)
        if (!at) return
        line = substr(line, at + (in_cdata ? 3 : 9))
        in_cdata = !in_cdata
    }
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
    wants_reason = 0
}

# Surefire writes the message as an attribute or, of a failed assumption, into the tag's CDATA section.
function end_test_as(kind, tag,    message) {
    if (outcome == "failed") return
    outcome = kind
    message = attribute(tag, "message")
    if (message != "") give_reason(message)
    else wants_reason = tag !~ /\/>$/
}

function give_reason(message) {
    wants_reason = 0
    sub(/^[A-Za-z0-9.]*TestAbortedException: */, "", message)
    sub(/^Assumption failed: */, "", message)
    if (length(message) > 300) message = substr(message, 1, 300) "..."
    reason = message == "" ? "" : ": " message
}

# Takes a text tag by tag.
function read_tags(text,    tag, at) {
    while ((at = index(text, "<")) > 0) {
        text = substr(text, at)
        at = index(text, ">")
        tag = at ? substr(text, 1, at) : text
        if (tag ~ /^<testcase[ \t>]/) begin_test(tag)
        else if (tag ~ /^<skipped[ \t\/>]/) end_test_as("skipped", tag)
        else if (tag ~ /^<(failure|error)[ \t\/>]/) end_test_as("failed", tag)
        else if (tag ~ /^<\/(skipped|failure|error)>/) wants_reason = 0
        else if (tag ~ /^<\/testsuite>/) count_test()
        text = substr(text, 2)
    }
}

FNR == 1 { count_test(); in_cdata = 0 }
{ read_line($0) }

END {
    count_test()
    if (failures != "") printf "Failed:\n%s", failures
    if (skips != "") printf "Skipped:\n%s", skips
    printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
}
