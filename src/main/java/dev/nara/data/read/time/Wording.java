package dev.nara.data.read.time;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Removes or replaces words in a date: Korean, Japanese and Chinese units, weekdays, AM and PM, names of zones, brackets and quotes. */
final class Wording {
    private static final String WEEKDAY = "mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun";

    private record Rule(Pattern found, String instead) {
        static Rule of(String found, String instead) {
            return new Rule(Pattern.compile(found, Pattern.CASE_INSENSITIVE), instead);
        }
    }

    private static final List<Rule> RULES = List.of(
            Rule.of("^[\\s\"'\\[]+|[\\s\"'\\]]+$", ""),
            Rule.of("\\([^)]*\\)", " "),
            Rule.of("[월화수목금토일]요일", " "),
            Rule.of("(\\d{4})\\s*[년年]\\s*(\\d{1,2})\\s*[월月]\\s*(\\d{1,2})\\s*[일日号]", "$1-$2-$3"),
            Rule.of("^(\\d{4})\\s*\\.\\s*(\\d{1,2})\\s*\\.\\s*(\\d{1,2})\\s*\\.?", "$1-$2-$3"),
            Rule.of("(\\d{1,2})\\s*[시時时]\\s*(\\d{1,2})\\s*[분分]\\s*(\\d{1,2}(?:[.,]\\d+)?)\\s*[초秒]", "$1:$2:$3"),
            Rule.of("(\\d{1,2})\\s*[시時时]\\s*(\\d{1,2})\\s*[분分]", "$1:$2"),
            Rule.of("(\\d{1,2})\\s*[시時时]", "$1:00"),
            Rule.of("오전|午前|上午|\\ba\\. ?m\\b\\.?", "AM"),
            Rule.of("오후|午後|下午|\\bp\\. ?m\\b\\.?", "PM"),
            Rule.of("(\\d{1,2})\\.(\\d{2})\\.(\\d{2})((?:\\.\\d+)?) (AM|PM)", "$1:$2:$3$4 $5"),
            Rule.of("\\b(AM|PM)\\s*(\\d{1,2}:\\d{1,2}(?::\\d{1,2}(?:[.,]\\d+)?)?)", "$2 $1"),
            Rule.of("\\b(?:" + WEEKDAY + ")(?:day)?\\b\\.?,?", " "),
            Rule.of("(\\d)(?:st|nd|rd|th)\\b", "$1"),
            Rule.of("\\bsept\\b", "Sep"),
            Rule.of("\\b(jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\\.", "$1"),
            Rule.of("(\\d) +at +(\\d)", "$1 $2"),
            Rule.of("(?:UTC|GMT) ?(?<sign>[+-])(\\d)$", "${sign}0$2:00"),
            Rule.of("(?:UTC|GMT) ?([+-]\\d)", "$1"),
            Rule.of("(?<=[+-]\\d{4}|[+-]\\d{2}:\\d{2}|Z)\\[[\\w/+-]+\\]$", ""),
            Rule.of("\\s+", " "));

    /** The zones of RFC 822, and the unambiguous ones of Korea, Japan and Europe. */
    private static final Map<String, String> OFFSETS = Map.ofEntries(
            Map.entry("UTC", "Z"),
            Map.entry("GMT", "Z"),
            Map.entry("UT", "Z"),
            Map.entry("KST", "+09:00"),
            Map.entry("JST", "+09:00"),
            Map.entry("WET", "Z"),
            Map.entry("CET", "+01:00"),
            Map.entry("CEST", "+02:00"),
            Map.entry("EET", "+02:00"),
            Map.entry("EEST", "+03:00"),
            Map.entry("EST", "-05:00"),
            Map.entry("EDT", "-04:00"),
            Map.entry("CST", "-06:00"),
            Map.entry("CDT", "-05:00"),
            Map.entry("MST", "-07:00"),
            Map.entry("MDT", "-06:00"),
            Map.entry("PST", "-08:00"),
            Map.entry("PDT", "-07:00"));

    /** No date is longer; the rules take quadratic time. */
    private static final int LONGEST = 200;

    private static final Pattern ZONE = Pattern.compile("(?<=[\\d ])[A-Za-z]{2,4}(?= |$)");

    private Wording() {}

    /** The same date without words, except months, AM, PM and regions. */
    static String plain(String text) {
        if (text.length() > LONGEST) {
            return text;
        }
        String plain = text;
        for (Rule rule : RULES) {
            plain = rule.found.matcher(plain).replaceAll(rule.instead);
        }
        Matcher zones = ZONE.matcher(plain);
        return zones.replaceAll((MatchResult zone) -> Matcher.quoteReplacement(
                        OFFSETS.getOrDefault(zone.group().toUpperCase(Locale.ROOT), zone.group())))
                .strip();
    }
}
