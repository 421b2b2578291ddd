package dev.nara.data.read.wide;

import dev.nara.data.read.roles.ColumnWords;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;

/**
 * Detects from the first lines whether a file has a list of items per line, with or without a user at the beginning.
 *
 * @param header whether the first line is a header
 * @param user whether lines begin with the user; otherwise the number of a line is the id of its user
 * @param counted whether lines begin with the number of items
 */
record SequenceLook(boolean header, boolean user, boolean counted) {
    private static final String BETWEEN = " \t,;|\"'[](){}";
    private static final int LEAST_EQUAL = 6;
    private static final int LEAST_LINES = 5;
    private static final double MOST = .9;
    private static final double SHARED = .3;

    /** The words of a line, separated by blanks, commas, bars, quotes and brackets; a colon after the first word is removed. */
    static List<String> words(String line) {
        StringTokenizer tokens = new StringTokenizer(line, BETWEEN);
        List<String> words = new ArrayList<>();
        while (tokens.hasMoreTokens()) {
            String word = tokens.nextToken();
            boolean colon = words.isEmpty() && word.length() > 1 && word.endsWith(":");
            words.add(colon ? word.substring(0, word.length() - 1) : word);
        }
        return words;
    }

    /** The form of these lines; empty if it is another one, or ambiguous. */
    static Optional<SequenceLook> of(List<String> lines) {
        boolean header = !lines.isEmpty() && isHeader(words(lines.get(0)));
        List<List<String>> body = lines.subList(header ? 1 : 0, lines.size()).stream()
                .map(SequenceLook::words)
                .filter(words -> !words.isEmpty())
                .toList();
        if (body.size() < 2 || !body.stream().allMatch(SequenceLook::areIds) || (!header && !haveDigits(body))) {
            return Optional.empty();
        }
        if (!header && (namesColumns(body.get(0)) || haveHoles(lines))) {
            return Optional.empty();
        }
        boolean equal = body.stream().mapToInt(List::size).distinct().count() == 1;
        int widest = body.stream().mapToInt(List::size).max().orElse(0);
        if (widest < 3 || endsInTimes(body) || !differs(body)) {
            return Optional.empty();
        }
        if ((!equal || widest >= LEAST_EQUAL) && body.stream().allMatch(SequenceLook::isCounted)) {
            return Optional.of(new SequenceLook(header, false, true));
        }
        boolean user = inBlocks(body);
        if (equal && !header) {
            boolean sure = user && widest >= LEAST_EQUAL && body.size() >= LEAST_LINES && shared(body, 1) >= SHARED;
            return sure ? Optional.of(new SequenceLook(false, true, false)) : Optional.empty();
        }
        boolean sure = user || shared(body, 0) >= SHARED;
        return sure ? Optional.of(new SequenceLook(header, user || header, false)) : Optional.empty();
    }

    private static boolean isHeader(List<String> words) {
        return words.size() == 2
                && ColumnWords.user(words.get(0)) > ColumnWords.WEAK
                && (ColumnWords.item(words.get(1)) > ColumnWords.WEAK
                        || words.get(1).toLowerCase(Locale.ROOT).endsWith("s")
                        || ColumnWords.item(words.get(1).replaceAll("(?i)_?(list|history|sequence)$", ""))
                                > ColumnWords.WEAK);
    }

    /** Whether the first word is the number of the other words. */
    private static boolean isCounted(List<String> words) {
        return words.get(0).equals(Integer.toString(words.size() - 1));
    }

    private static boolean namesColumns(List<String> words) {
        return words.stream()
                .anyMatch(word -> Math.max(ColumnWords.user(word), ColumnWords.item(word)) > ColumnWords.WEAK
                        && word.chars().noneMatch(Character::isDigit)
                        && word.length() > 1);
    }

    /** Whether all lines have the same number of tabs and some have nothing between two, as tables have. */
    private static boolean haveHoles(List<String> lines) {
        long[] tabs = lines.stream()
                .mapToLong(line -> line.chars().filter(c -> c == '\t').count())
                .distinct()
                .toArray();
        return tabs.length == 1 && tabs[0] > 1 && lines.stream().anyMatch(line -> line.contains("\t\t"));
    }

    /** Whether all words can be ids, and none is a decimal number, a date or part of a sentence. */
    private static boolean areIds(List<String> words) {
        return words.stream()
                .map(word -> word.replaceFirst("^[#@]", ""))
                .allMatch(word -> word.length() <= 64
                        && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.')
                        && !word.matches("-?\\d*\\.\\d+([eE][-+]?\\d+)?|\\d{4}-\\d{1,2}-\\d{1,2}.*"));
    }

    private static boolean haveDigits(List<List<String>> body) {
        long all = body.stream().mapToLong(List::size).sum();
        long digits = body.stream()
                .flatMap(List::stream)
                .filter(word -> word.chars().anyMatch(Character::isDigit))
                .count();
        return digits >= MOST * all
                && body.get(0).stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit));
    }

    /** Whether all lines end in a time, as rows of a log do. */
    private static boolean endsInTimes(List<List<String>> body) {
        return body.stream().allMatch(words -> words.get(words.size() - 1).matches("1?[0-9]{9}|1[0-9]{12}"));
    }

    /** Whether the items in a line are distinct, unlike the cells of a matrix. */
    private static boolean differs(List<List<String>> body) {
        long items = 0;
        long different = 0;
        for (List<String> words : body) {
            items += words.size() - 1;
            different += new HashSet<>(words.subList(1, words.size())).size();
        }
        return different >= MOST * items;
    }

    /** Whether lines with the same first word are consecutive. */
    private static boolean inBlocks(List<List<String>> body) {
        Set<String> met = new HashSet<>();
        String before = "";
        for (List<String> words : body) {
            String first = words.get(0);
            if (!first.equals(before) && !met.add(first)) {
                return false;
            }
            before = first;
        }
        return true;
    }

    /** The share of items that occur at different positions in different lines. */
    private static double shared(List<List<String>> body, int from) {
        Map<String, Set<Integer>> places = new HashMap<>();
        for (List<String> words : body) {
            for (int c = from; c < words.size(); c++) {
                places.computeIfAbsent(words.get(c), w -> new HashSet<>()).add(c);
            }
        }
        return Collections.frequency(
                        places.values().stream().map(p -> p.size() > 1).toList(), true)
                / (double) Math.max(1, places.size());
    }
}
