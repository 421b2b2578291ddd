package dev.nara.spark;

import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The names of a log's additional columns besides user, item and time, and the words in them. */
final class LogColumns implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String[] numbers;
    private final String[] words;
    private final String[][] vocabularies;

    LogColumns(List<String> numbers, List<String> words, List<List<String>> vocabularies) {
        this.numbers = numbers.toArray(String[]::new);
        this.words = words.toArray(String[]::new);
        this.vocabularies =
                vocabularies.stream().map(known -> known.toArray(String[]::new)).toArray(String[][]::new);
    }

    List<String> numbers() {
        return List.of(numbers);
    }

    List<String> words() {
        return List.of(words);
    }

    /** All names, in the order of {@link UserLog}. */
    String[] names() {
        return Stream.concat(Arrays.stream(numbers), Arrays.stream(words)).toArray(String[]::new);
    }

    /** The word that a number represents in a column of words. */
    String word(int column, int number) {
        return vocabularies[column - numbers.length][number];
    }

    boolean isWord(int column) {
        return column >= numbers.length;
    }

    Map<String, List<String>> vocabularies() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        for (int w = 0; w < words.length; w++) {
            all.put(words[w], List.of(vocabularies[w]));
        }
        return all;
    }

    /** A copy with other columns of numbers. */
    LogColumns withNumbers(List<String> others) {
        return new LogColumns(
                others,
                List.of(words),
                Arrays.stream(vocabularies).map(List::of).toList());
    }
}
