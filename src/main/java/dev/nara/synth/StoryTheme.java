package dev.nara.synth;

import java.util.ArrayList;
import java.util.List;

/** A subject common to several genres: children who like it in books also like it in cartoons. */
record StoryTheme(int index, String name, String childCode) {
    static List<StoryTheme> all(WordLists words) {
        List<String> names = words.get("theme");
        List<String> codes = words.get("code");
        List<StoryTheme> themes = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            themes.add(new StoryTheme(i, names.get(i), codes.get(i)));
        }
        return List.copyOf(themes);
    }
}
