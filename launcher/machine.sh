# shellcheck shell=sh
# What the machine must have: a JDK, Maven, a browser with its driver, fonts.
# Finds each, installs with apt what is missing where it may, and says why it cannot where it may not.
# shellcheck disable=SC2034 # JDK_VERSION and MAVEN are read by the other parts

JDK=
JDK_VERSION=0
MAVEN=
MAVEN_FETCHED=3.9.11
MAVEN_SHA512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978

has() { command -v "$1" >/dev/null 2>&1; }

# --- Java -------------------------------------------------------------------------------------

# The feature version (17, 21, …) of the JDK in a folder, by its release file: starting Java to ask costs more.
# Prints nothing where there is no compiler: a bare runtime cannot build.
jdk_version() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
    sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9][0-9]*\).*/\1/p' "$1/release"
}

# Folders that may hold a JDK, best first.
jdk_candidates() {
    [ -n "${JAVA_HOME:-}" ] && printf '%s\n' "$JAVA_HOME"
    if has javac; then dirname "$(dirname "$(resolve "$(command -v javac)")")"; fi
    if [ -x /usr/libexec/java_home ]; then /usr/libexec/java_home -v 17+ 2>/dev/null; fi
    for folder in /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${HOME:-/root}"/.sdkman/candidates/java/* "${HOME:-/root}"/.jdks/*; do
        [ -d "$folder" ] && printf '%s\n' "$folder"
    done
    return 0
}

find_java() {
    while IFS= read -r folder; do
        version=$(jdk_version "$folder")
        if [ "${version:-0}" -ge 17 ]; then
            JDK=$folder
            JDK_VERSION=$version
            export JAVA_HOME="$JDK"
            return 0
        fi
    done <<CANDIDATES
$(jdk_candidates)
CANDIDATES
    return 1
}

# --- Maven ------------------------------------------------------------------------------------

maven_is_new_enough() {
    version=$("$1" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9]*\)\.\([0-9]*\).*/\1 \2/p')
    major=${version%% *} minor=${version##* }
    [ "${major:-0}" -gt 3 ] || { [ "${major:-0}" -eq 3 ] && [ "${minor:-0}" -ge 8 ]; }
}

find_maven() {
    for candidate in mvn "${MAVEN_HOME:-/nonexistent}/bin/mvn" "$STATE/apache-maven-$MAVEN_FETCHED/bin/mvn"; do
        if has "$candidate" && maven_is_new_enough "$candidate"; then
            MAVEN=$candidate
            return 0
        fi
    done
    return 1
}

sha512_of() {
    if has sha512sum; then sha512sum "$1"; else shasum -a 512 "$1"; fi | cut -d' ' -f1
}

# From the archive that Apache itself keeps, into the clone: no system folder is touched.
fetch_maven() {
    [ -z "$OFFLINE" ] || return 1
    address=https://archive.apache.org/dist/maven/maven-3/$MAVEN_FETCHED/binaries/apache-maven-$MAVEN_FETCHED-bin.tar.gz
    has curl || has wget || { say "no curl and no wget to fetch Maven with"; return 1; }
    say "Maven 3.8 or newer is not installed: fetching Maven $MAVEN_FETCHED (9 MB) into .opsis/"
    archive=$STATE/maven.$$.tar.gz
    if has curl; then
        curl -fsSL -o "$archive" "$address"
    else
        wget -q -O "$archive" "$address"
    fi || { rm -f "$archive"; return 1; }
    if [ "$(sha512_of "$archive")" != "$MAVEN_SHA512" ]; then
        rm -f "$archive"
        say "the Maven archive that arrived has the wrong checksum: not used"
        return 1
    fi
    tar -xzf "$archive" -C "$STATE"
    rm -f "$archive"
    find_maven
}

# Asked for only when something is to be built.
need_maven() {
    find_maven && return
    if may_install && apt_install "maven: builds Opsis from its sources" maven && find_maven; then return; fi
    fetch_maven && return
    missing "Maven 3.8 or newer is missing; it builds Opsis from its sources." \
        "Install it (Debian, Ubuntu: apt install maven; Fedora: dnf install maven; macOS: brew install maven)" \
        "or unpack https://maven.apache.org/download.cgi and set MAVEN_HOME to the folder."
}

# --- Browser and fonts ------------------------------------------------------------------------

# The same names that opsis.capture looks for.
find_browser() {
    [ -n "${OPSIS_CHROME:-}" ] && return 0
    for name in google-chrome google-chrome-stable chromium chromium-browser chrome; do
        # Ubuntu's chromium-browser is a stub that only asks for the snap, until the snap is there.
        if has "$name" && { [ "$name" != chromium-browser ] || [ ! -e /usr/bin/snap ] || [ -d /snap/chromium ]; }; then
            return 0
        fi
    done
    [ -d "/Applications/Google Chrome.app" ] || [ -d /Applications/Chromium.app ]
}

# Google's Chrome comes without a driver and WebDriverManager fetches the one that fits;
# Debian's Chromium has its own package for it, which is always the same version.
find_driver() {
    [ -n "${SE_CHROMEDRIVER:-}" ] || has chromedriver || has google-chrome || ! has chromium
}

has_font() { has fc-list && [ -n "$(fc-list "$1" 2>/dev/null)" ]; }
has_greek_font() { has_font ':lang=el'; }
has_emoji_font() { has_font ':lang=und-zsye' || has_font ':family=Noto Color Emoji'; }

# --- Installing -------------------------------------------------------------------------------

has_apt() { has apt-get && has dpkg; }
is_ubuntu() { grep -q '^ID=ubuntu' /etc/os-release 2>/dev/null; }

as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi; }

# Root, sudo without a password, or a person at the keyboard who can type one.
may_install() {
    [ -z "$OFFLINE" ] && [ "${OPSIS_INSTALL:-yes}" != no ] && has_apt || return 1
    [ "$(id -u)" -eq 0 ] && return 0
    has sudo || return 1
    sudo -n true 2>/dev/null || { [ -t 0 ] && [ -t 2 ]; }
}

# apt_install REASONS PACKAGE…  Says first what and why; apt's own words go to .opsis/apt.log.
apt_install() {
    reasons=$1
    shift
    say "installing with apt: $*"
    printf '%s\n' "$reasons" | sed 's/^/       /' >&2
    mkdir -p "$STATE"
    if { as_root apt-get -q update && as_root env DEBIAN_FRONTEND=noninteractive apt-get -q install -y \
        --no-install-recommends -o DPkg::Lock::Timeout=300 "$@"; } >"$STATE/apt.log" 2>&1 </dev/null; then
        return 0
    fi
    say "apt could not install them; the end of .opsis/apt.log:"
    tail -n 8 "$STATE/apt.log" >&2
    return 1
}

# The first JDK package that this release of Debian or Ubuntu offers.
offered_jdk() {
    for feature in 17 21 25; do
        package=openjdk-$feature-jdk-headless
        if apt-cache show "$package" >/dev/null 2>&1; then echo "$package"; return 0; fi
    done
    return 1
}

# A fresh image has no package lists, and without them every package looks unknown.
jdk_package() {
    has_apt || { echo jdk; return; }
    offered_jdk && return
    may_install && as_root apt-get -q update >/dev/null 2>&1 </dev/null
    offered_jdk || echo default-jdk-headless
}

# Gathers PACKAGES and REASONS, so that one apt run and one question for a password do for all.
plan() {
    REASONS="$REASONS${REASONS:+
}$1"
    shift
    for package in "$@"; do
        case " $PACKAGES " in
            *" $package "*) ;;
            *) PACKAGES="$PACKAGES $package" ;;
        esac
    done
}

plan_java() {
    find_java && return
    plan "a JDK: compiles and runs Opsis" "$(jdk_package)"
    # Both are needed for a first build: one wait in place of two.
    if may_install && ! has mvn; then plan "maven: builds Opsis from its sources" maven; fi
}

plan_browser() {
    has_apt || return 0
    if ! is_ubuntu; then
        find_browser || plan "chromium: renders the posts" chromium chromium-sandbox chromium-driver
        find_driver || plan "chromium-driver: steers the browser" chromium-driver
    fi
    has_greek_font || plan "fonts-dejavu-core: Greek letters in the pictures" fontconfig fonts-dejavu-core
    has_emoji_font || plan "fonts-noto-color-emoji: emoji in the pictures" fontconfig fonts-noto-color-emoji
}

install_plan() {
    [ -n "$PACKAGES" ] || return 0
    # shellcheck disable=SC2086 # several packages
    may_install && apt_install "$REASONS" $PACKAGES
}

need_java() {
    PACKAGES='' REASONS=''
    plan_java
    install_plan || true
    require_java
}

need_java_and_browser() {
    PACKAGES='' REASONS=''
    plan_java
    plan_browser
    install_plan || true
    require_java
    warn_about_browser
}

require_java() {
    [ -n "$JDK" ] || find_java || missing "a JDK of version 17 or newer is missing; it compiles and runs Opsis.$(why_not_installed)" \
        "Install one (Debian 12: apt install openjdk-17-jdk-headless; Ubuntu: apt install openjdk-21-jdk-headless;" \
        "Fedora: dnf install java-21-openjdk-devel; macOS: brew install openjdk) or set JAVA_HOME to its folder."
}

why_not_installed() {
    if [ -n "$OFFLINE" ]; then
        echo " OPSIS_OFFLINE is set, so nothing was installed."
    elif [ "${OPSIS_INSTALL:-yes}" = no ]; then
        echo " OPSIS_INSTALL is 'no', so nothing was installed."
    elif has_apt && ! may_install; then
        echo " Installing it needs root or sudo, and neither is at hand."
    fi
}

# No reason to stop: the application looks further than this script and ends with status 6 if it finds none.
warn_about_browser() {
    if ! find_browser; then
        say "no Chrome or Chromium found.$(why_not_installed)"
        if [ -n "$OFFLINE" ]; then
            say "put one on the PATH or name it in OPSIS_CHROME."
        else
            say "Selenium Manager will try to fetch browser and driver (about 180 MB)."
        fi
    elif ! find_driver && [ -n "$OFFLINE" ]; then
        say "no chromedriver found: put the one of your browser's version on the PATH or name it in SE_CHROMEDRIVER."
    fi
    if has fc-list; then
        has_greek_font || say "no font with Greek letters found: pictures will show empty boxes. Install DejaVu or Noto fonts."
        has_emoji_font || say "no emoji font found: pictures will show empty boxes. Install Noto Color Emoji."
    fi
}

# --- Proxies ----------------------------------------------------------------------------------

# proxy_of SCHEME ADDRESS → -Dscheme.proxyHost=… -Dscheme.proxyPort=…
# A name and password are left out: on a command line every user of the machine could read them.
proxy_of() {
    [ -n "$2" ] || return 0
    address=${2#*://}
    address=${address%%/*}
    address=${address##*@}
    host=${address%:*}
    port=${address##*:}
    [ "$host" != "$address" ] || port=80
    printf -- '-D%s.proxyHost=%s -D%s.proxyPort=%s ' "$1" "$host" "$1" "$port"
}

# The usual environment variables as Java's system properties, which is all that Java reads.
proxy_options() {
    options="$(proxy_of http "${http_proxy:-${HTTP_PROXY:-}}")$(proxy_of https "${https_proxy:-${HTTPS_PROXY:-}}")"
    [ -n "$options" ] || return 0
    printf '%s' "$options"
    exempt=${no_proxy:-${NO_PROXY:-}}
    [ -n "$exempt" ] || return 0
    # Java's list is parted by bars, and its ".example.org" is "*.example.org".
    printf -- '-Dhttp.nonProxyHosts=localhost|127.*|[::1]|%s' \
        "$(printf '%s' "$exempt" | tr -d ' ' | sed 's/,/|/g; s/|\./|*./g; s/^\./*./')"
}
