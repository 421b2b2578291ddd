package dev.nara.synth;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills templates: {@code {thing+을} 찾아서} becomes 별똥별을 찾아서 for a series about space. */
final class Phrases {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)\\d?(?:\\+([^}]+))?}");
    private static final int TRIES = 20;

    private final WordLists words;

    Phrases(WordLists words) {
        this.words = words;
    }

    /**
     * Draws a template of a list and fills it, without repeating a word if possible.
     *
     * @param given words of slots that are already filled; others come from the theme, then from the common lists
     */
    String draw(String list, StoryTheme theme, Map<String, String> given, Dice dice) {
        String text = "";
        for (int i = 0; i < TRIES; i++) {
            text = fill(dice.pick(words.get(list)), theme, given, dice);
            String[] parts = text.split("[ ,]+", 0);
            if (new HashSet<>(Arrays.asList(parts)).size() == parts.length) {
                return text;
            }
        }
        return text;
    }

    private String fill(String template, StoryTheme theme, Map<String, String> given, Dice dice) {
        StringBuilder text = new StringBuilder();
        Matcher slot = SLOT.matcher(template);
        while (slot.find()) {
            String word = word(slot.group(1), theme, given, dice);
            String particle = slot.group(2);
            slot.appendReplacement(
                    text, Matcher.quoteReplacement(particle == null ? word : Particle.append(word, particle)));
        }
        slot.appendTail(text);
        return text.toString();
    }

    private String word(String slot, StoryTheme theme, Map<String, String> given, Dice dice) {
        String settled = given.get(slot);
        if (settled != null) {
            return settled;
        }
        String ofTheme = theme.name() + "." + slot;
        return dice.pick(words.get(words.has(ofTheme) ? ofTheme : slot));
    }
}
