# shellcheck shell=sh
# Builds Opsis when its sources are not those that were built last.
#
# In .opsis/, which git ignores:
#   sources      checksum of the sources that were built
#   classpath    argument file for java: the class path of that build
#   jars-N/      the modules' jars of that build; a running nightly keeps its own while the next is built
#   build.log    what Maven said
#   lock         held while something writes into target/

# How much an empty Maven repository fetches for a first build; docs/install.md says what.
FIRST_DOWNLOAD='about 300 MB'

# Contents rather than times: a checkout, a copy or a clock that jumped cannot fool it, and it costs
# some 20 ms. LC_ALL=C so that the order is the same in every locale.
source_checksum() {
    (
        cd "$ROOT" || exit
        find pom.xml ./*/pom.xml ./*/src/main -type f -exec cksum {} + | LC_ALL=C sort | cksum
    )
}

# Whether every file of the class path is still there: the Maven repository may have been cleared.
classpath_is_whole() {
    [ -r "$STATE/classpath" ] || return 1
    IFS= read -r entries <<LINE
$(sed -n 's/^"\(.*\)"$/\1/p' "$STATE/classpath")
LINE
    [ -n "$entries" ] || return 1
    (
        set -f
        IFS=:
        for entry in $entries; do [ -e "$entry" ] || exit 1; done
    )
}

is_stale() {
    ! { [ -r "$STATE/sources" ] && [ "$(cat "$STATE/sources")" = "$1" ] && classpath_is_whole; }
}

build_if_stale() {
    is_stale "$(source_checksum)" || return 0
    prepare_state
    need_maven
    take_lock
    # Another launcher may have built while this one waited; and the sources may have changed again.
    checksum=$(source_checksum)
    if is_stale "$checksum"; then
        build
        printf '%s\n' "$checksum" >"$STATE/sources"
    fi
    release_lock
}

prepare_state() {
    mkdir -p "$STATE" 2>/dev/null && [ -w "$STATE" ] && return
    missing "cannot write into $STATE, where the build is kept." \
        "Make the clone yours (chown -R \"\$USER\" \"$ROOT\") or clone it where you may write."
}

build() {
    if [ -r "$STATE/sources" ]; then
        say "building Opsis (its sources changed)"
    elif [ -n "$OFFLINE" ]; then
        say "building Opsis (first time, from the local Maven repository alone)"
    else
        say "building Opsis (first time: downloads $FIRST_DOWNLOAD where the local Maven repository is empty)"
    fi
    maven_logged build.log report_progress -DskipTests package dependency:build-classpath \
        -Dmdep.includeScope=runtime -Dmdep.outputFile=target/opsis-classpath || build_failed
    keep_build
}

# Copies the modules' jars out of target/, where the next build would overwrite them under a running
# Java, and writes the class path. The copies of the build before are kept: they may still be in use.
keep_build() {
    jars=$STATE/jars-$(date +%Y%m%d%H%M%S)-$$
    mkdir "$jars"
    own=
    for module in app capture fusion explain storage; do
        cp "$ROOT/$module/target/opsis-$module"-[0-9]*.jar "$jars/"
    done
    for jar in "$jars"/*.jar; do own=$own$jar:; done
    others=$(tr ':' '\n' <"$ROOT/app/target/opsis-classpath" | grep -v '/target/opsis-[a-z]*-[^/]*\.jar$' | paste -s -d: -)
    # In an argument file a backslash is an escape within quotes.
    printf '%s\n"%s"\n' -cp "$(printf '%s%s' "$own" "$others" | sed 's/\\/\\\\/g')" >"$STATE/classpath.new"
    mv "$STATE/classpath.new" "$STATE/classpath"
    remove_old_jars
}

remove_old_jars() {
    # Names hold the time, so that the last two are the newest. No blanks in these names.
    (cd "$STATE" && printf '%s\n' jars-* | sort -r | sed 1,2d | while IFS= read -r old; do rm -rf "./$old"; done)
}

# --- Maven ------------------------------------------------------------------------------------

# Debian's Maven begins its output with this escape sequence even where no terminal reads it.
RESET=$(printf '\033[0m')

# maven_logged LOG REPORTER ARGUMENT…  Runs Maven with its output in .opsis/LOG and, line by line,
# through the function REPORTER. Returns Maven's status, which a pipe alone would lose.
maven_logged() {
    log=$STATE/$1
    reporter=$2
    shift 2
    {
        run_maven "$@" 2>&1
        echo "$?" >"$log.status"
    } </dev/null | while IFS= read -r line; do
        while [ "$line" != "${line#"$RESET"}" ]; do line=${line#"$RESET"}; done
        printf '%s\n' "$line" >&3
        "$reporter" "$line"
    done 3>"$log"
    status=$(cat "$log.status")
    rm -f "$log.status"
    return "$status"
}

run_maven() {
    options=${MAVEN_OPTS:-}
    case $options$(cat "${HOME:-/root}/.m2/settings.xml" 2>/dev/null) in
        *proxyHost* | *'<proxy>'*) ;;
        *) options="$options $(proxy_options)" ;;
    esac
    (cd "$ROOT" && MAVEN_OPTS=$options exec "$MAVEN" -B ${OFFLINE:+-o} "$@")
}

# Counts downloads aloud now and then, so that a first build is seen to live.
downloaded=0
count_download() {
    downloaded=$((downloaded + 1))
    [ $((downloaded % 100)) -ne 0 ] || say "  $downloaded files downloaded"
}

report_progress() {
    case $1 in
        *'Downloaded from'*) count_download ;;
        *'] Building Opsis '[a-z]*)
            module=${1##*Building Opsis }
            say "  ${module%% *}"
            ;;
    esac
}

build_failed() {
    rm -f "$STATE/sources"
    say "the build failed; its first errors ($STATE/build.log holds them all):"
    grep -E '^\[(ERROR|FATAL)\]' "$STATE/build.log" | grep -vE '^\[ERROR\] *$|problems were encountered' |
        head -n 6 | cut -c 1-240 >&2
    explain_failure "$STATE/build.log"
    release_lock
    exit "$FAILED_STATUS"
}

# Names the likely cause and the mend; a resource that is missing ends with 6, anything else with 1.
explain_failure() {
    FAILED_STATUS=6
    if grep -q 'COMPILATION ERROR' "$1"; then
        FAILED_STATUS=1
        say "likely cause: the sources do not compile (see the first error above)."
    elif grep -qE 'offline mode|in offline' "$1"; then
        say "likely cause: OPSIS_OFFLINE is set and the local Maven repository lacks a file." \
            "Run once with the network, or copy ~/.m2/repository from a machine that has built Opsis."
    elif grep -qE 'Unknown host|UnknownHost|Connection refused|Connection timed out|Network is unreachable|Connect to .* failed|Name or service not known|Temporary failure in name' "$1"; then
        say "likely cause: Maven Central is not reached from here." \
            "Behind a proxy set https_proxy, or a mirror in ~/.m2/settings.xml; see docs/install.md."
    elif grep -qE 'PKIX|unable to find valid certification' "$1"; then
        say "likely cause: a proxy shows a certificate that Java does not trust; see docs/install.md on certificates."
    elif grep -q 'No space left' "$1"; then
        say "likely cause: the disk is full."
    else
        FAILED_STATUS=1
    fi
}

# --- One build at a time ----------------------------------------------------------------------

# flock dies with its holder, Maven included. Where it is missing (macOS), a folder serves,
# with the holder's process number in it so that one left behind by a kill is noticed.
take_lock() {
    if has flock; then
        exec 9>"$STATE/lock"
        flock -n 9 || { say "waiting for another build or test run in this clone"; flock 9; }
    else
        take_lock_folder
    fi
}

take_lock_folder() {
    told=
    until mkdir "$STATE/lock.d" 2>/dev/null; do
        holder=$(cat "$STATE/lock.d/holder" 2>/dev/null)
        if [ -n "$holder" ] && ! kill -0 "$holder" 2>/dev/null; then
            # Only one of several waiters can rename it; the others go round again.
            mv "$STATE/lock.d" "$STATE/lock.left.$$" 2>/dev/null && rm -rf "$STATE/lock.left.$$"
            continue
        fi
        [ -n "$told" ] || say "waiting for another build or test run in this clone (process ${holder:-unknown})"
        told=1
        sleep 1
    done
    echo $$ >"$STATE/lock.d/holder"
    trap 'rm -rf "$STATE/lock.d"' EXIT
}

release_lock() {
    if has flock; then
        exec 9>&-
    else
        rm -rf "$STATE/lock.d"
        trap - EXIT
    fi
}
