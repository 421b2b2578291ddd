package dev.nara.data.read.roles;

import dev.nara.data.IdIndex;
import dev.nara.data.Interactions;
import dev.nara.data.read.table.DataRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Columns with a word per row, such as the kind of event; distinct words are numbered in the order of their first occurrence. */
final class WordColumns {
    private final List<String> names;
    private final List<IdIndex> words = new ArrayList<>();

    WordColumns(List<String> names) {
        this.names = names;
        names.forEach(name -> words.add(new IdIndex()));
    }

    List<String> names() {
        return names;
    }

    /** Writes the numbers of the words of a row, starting at a column, to an array; NaN for an empty cell. */
    void take(DataRow row, int column, float[] numbers, int from) {
        for (int n = 0; n < words.size(); n++) {
            String word = row.text(column + n).strip();
            numbers[from + n] = word.isEmpty() ? Float.NaN : words.get(n).add(word);
        }
    }

    /** The rows with the words for their numbers. */
    Interactions in(Interactions rows) {
        Map<String, List<String>> vocabularies = new LinkedHashMap<>();
        for (int n = 0; n < words.size(); n++) {
            IdIndex known = words.get(n);
            vocabularies.put(
                    names.get(n),
                    IntStream.range(0, known.size()).mapToObj(known::id).toList());
        }
        return vocabularies.isEmpty() ? rows : rows.withWords(vocabularies);
    }
}
