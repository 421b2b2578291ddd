package dev.nara.synth;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Named word lists from text resources of lines {@code key: word | word}; lines with the same key are combined. */
final class WordLists {
    private final Map<String, List<String>> lists = new LinkedHashMap<>();

    static WordLists read(String... resources) throws IOException {
        WordLists words = new WordLists();
        for (String resource : resources) {
            for (String line : lines(resource)) {
                int colon = line.indexOf(':');
                List<String> list =
                        words.lists.computeIfAbsent(line.substring(0, colon).strip(), key -> new ArrayList<>());
                list.addAll(List.of(line.substring(colon + 1).strip().split("\\s*\\|\\s*", 0)));
            }
        }
        return words;
    }

    /** The lines of a resource in this package, without empty lines and lines that begin with a number sign. */
    static List<String> lines(String resource) throws IOException {
        try (InputStream in = WordLists.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException("Missing resource " + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
        }
    }

    List<String> get(String key) {
        List<String> list = lists.get(key);
        if (list == null) {
            throw new IllegalArgumentException("No word list named " + key);
        }
        return list;
    }

    boolean has(String key) {
        return lists.containsKey(key);
    }
}
