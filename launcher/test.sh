# shellcheck shell=sh
# `opsis test`: every test of every module, and one line that says how it went.

test_usage() {
    cat <<'USAGE'
Usage: opsis test [--all] [MAVEN ARGUMENT…]
Builds Opsis and runs the tests of all modules, installing what they need.
      --all    also the tests tagged "slow"
Examples:
  opsis test
  opsis test --all
  opsis test -pl storage -am
  opsis test -Dtest=LayoutTest
Status: 0 all passed; 1 a test failed, none ran, or the build failed; 6 a resource is missing.
USAGE
}

# Maven's talk as it comes; what was downloaded is counted, not listed.
report_test_line() {
    case $1 in
        *'Downloading from'* | Progress*) ;;
        *'Downloaded from'*) count_download ;;
        *) printf '%s\n' "$1" ;;
    esac
}

# Reports of an earlier run would be counted as if they were this run's.
remove_old_reports() {
    for module in "$ROOT"/*/; do
        rm -rf "${module}target/surefire-reports"
    done
}

run_tests() {
    # Everything but the command's own words goes to Maven in its order.
    for argument in "$@"; do
        shift
        case $argument in
            test) ;;
            -h | --help) test_usage; exit 0 ;;
            --all) set -- "$@" -DexcludedTestGroups= ;;
            # One class lives in one module: the others need not hold it too.
            -Dtest=*) set -- "$@" "$argument" -Dsurefire.failIfNoSpecifiedTests=false ;;
            *) set -- "$@" "$argument" ;;
        esac
    done

    prepare_state
    need_maven
    take_lock
    remove_old_reports
    maven_logged test.log report_test_line --fail-at-end verify "$@"
    status=$?
    [ "$status" -eq 0 ] || explain_failure "$STATE/test.log"
    summarize "$status"
    release_lock
    exit "$status"
}

# Prints the skipped tests with their reasons and the closing line; sets the status to 1 when
# Maven was content although no test ran or a report shows a failure.
summarize() {
    status=$1
    # /dev/null, so that awk without a single report does not wait for standard input.
    set -- /dev/null "$ROOT"/*/target/surefire-reports/TEST-*.xml
    [ -e "$2" ] || set -- /dev/null
    summary=$(LC_ALL=C awk -f "$ROOT/launcher/summary.awk" "$@")
    # Only the closing line counts: a reason above it may hold any words.
    case $(printf '%s\n' "$summary" | tail -n 1) in
        '0 passed, 0 failed, '*) say "no test ran"; [ "$status" -ne 0 ] || status=1 ;;
        *', 0 failed, '*) [ "$status" -eq 0 ] || say "the build failed outside of the tests; see $STATE/test.log" ;;
        *) [ "$status" -ne 0 ] || status=1 ;;
    esac
    untested=$(untested_modules)
    [ "$status" -eq 0 ] || [ -z "$untested" ] || say "not tested, for the build ended before them:$untested"
    printf '%s\n' "$summary"
}

# Maven leaves out the modules that need one that failed: no report is no pass.
untested_modules() {
    for module in "$ROOT"/*/; do
        if [ -d "${module}src/test" ] && [ ! -d "${module}target/surefire-reports" ]; then
            printf ' %s' "$(basename "$module")"
        fi
    done
}
