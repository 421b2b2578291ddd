package dev.nara.ui.child;

import dev.nara.text.Numbers;
import dev.nara.text.Text;
import dev.nara.ui.child.ChildFacts.Trait;
import dev.nara.ui.child.ChildModel.Child;
import dev.nara.ui.common.Pseudonymiser;
import dev.nara.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Describes children; in presentation mode by a pseudonym, an age band and rounded numbers. */
final class ChildWords {
    /** The lowest ages of the age bands of children. */
    private static final int[] BANDS = {0, 3, 6, 9, 14};

    private static final int DECADE = 10;

    private final Texts texts;
    private final Pseudonymiser pseudonymiser;

    ChildWords(Texts texts, Pseudonymiser pseudonymiser) {
        this.texts = texts;
        this.pseudonymiser = pseudonymiser;
    }

    /** Whether presentation mode is on. */
    boolean masked() {
        return pseudonymiser.onProperty().get();
    }

    /** The child's id or pseudonym. */
    String id(Child child) {
        return pseudonymiser.user(child.id());
    }

    /** Such as "Child 3104" or "Otter 12". */
    String name(Child child) {
        return masked() ? id(child) : texts.get("child.name", id(child));
    }

    /** Such as "Girl, 5"; in presentation mode only the age band; "" if nothing is known. */
    String sexAndAge(Child child) {
        String age = age(child);
        if (masked()) {
            return age;
        }
        String sex = sex(child.facts(), texts.locale());
        return sex.isEmpty() || age.isEmpty() ? sex + age : texts.get("child.sex.age", sex, age);
    }

    /** The age in years, or its band in presentation mode; "" if it is unknown. */
    String age(Child child) {
        double age = child.facts().age();
        if (Double.isNaN(age)) {
            return "";
        }
        return masked() ? band(age, child.facts().young()) : texts.get("child.age", Numbers.plain(age));
    }

    /** The age band of an age, such as 3–5. */
    static String band(double age, boolean young) {
        if (!young) {
            int first = (int) Math.floor(age / DECADE) * DECADE;
            return first + "–" + (first + DECADE - 1);
        }
        int band = 0;
        while (band < BANDS.length - 2 && age >= BANDS[band + 1]) {
            band++;
        }
        return BANDS[band] + "–" + (BANDS[band + 1] - 1);
    }

    private static String sex(ChildFacts facts, Locale locale) {
        String key =
                switch (facts.sex().toUpperCase(Locale.ROOT)) {
                    case "F", "FEMALE" -> facts.young() ? "child.girl" : "child.female";
                    case "M", "MALE" -> facts.young() ? "child.boy" : "child.male";
                    default -> "";
                };
        return key.isEmpty() ? facts.sex() : Text.of(key).in(locale);
    }

    /** The number of views, rounded to tens in presentation mode. */
    String views(int views) {
        long tens = Math.max(1, Math.round(views / (double) DECADE)) * DECADE;
        return Numbers.grouped(masked() && views > 0 ? tens : views);
    }

    /** All other attributes, such as: likes stories, animals · parents look for language. */
    String traits(Child child) {
        if (masked()) {
            return texts.get("child.hidden");
        }
        return child.facts().traits().stream()
                .map(trait -> trait(trait, texts.locale()))
                .collect(Collectors.joining(" · "));
    }

    private static String trait(Trait trait, Locale locale) {
        String values = trait.values().stream()
                .map(value -> value(trait, value, locale))
                .collect(Collectors.joining(", "));
        String sentence = "trait." + trait.column();
        if (Text.exists(sentence, locale)) {
            return Text.of(sentence, values).in(locale);
        }
        return label(trait.column(), locale) + " " + values;
    }

    /** The meaning of a code; for an unknown code, its column and the code. */
    private static String value(Trait trait, String value, Locale locale) {
        String key = "code." + value;
        if (!trait.coded()) {
            return value;
        }
        return Text.exists(key, locale) ? Text.of(key).in(locale) : label(trait.column(), locale) + " " + value;
    }

    /** The label of a column; its name if it has none. */
    static String label(String column, Locale locale) {
        String key = "attribute." + column;
        return Text.exists(key, locale) ? Text.of(key).in(locale) : column;
    }

    /** The words by which a search finds a child, in both languages. */
    static List<String> searched(String id, ChildFacts facts) {
        Set<String> words = new TreeSet<>();
        words.add(id.toLowerCase(Locale.ROOT));
        if (!Double.isNaN(facts.age())) {
            words.add(Numbers.plain(facts.age()));
        }
        for (Locale locale : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            List<String> all = new ArrayList<>(List.of(sex(facts, locale), facts.sex()));
            for (Trait trait : facts.traits()) {
                trait.values().forEach(value -> all.add(value(trait, value, locale)));
                trait.values().forEach(all::add);
            }
            all.forEach(
                    value -> words.addAll(List.of(value.toLowerCase(Locale.ROOT).split("[\\s/,]+", -1))));
        }
        words.remove("");
        return List.copyOf(words);
    }

    /**
     * Whether each typed word is the beginning of one of the child's words; in presentation mode, whether the pseudonym and age band
     * contain the text.
     */
    boolean matches(Child child, String search) {
        String typed = search.strip().toLowerCase(Locale.ROOT);
        if (masked()) {
            return (id(child) + " " + age(child)).toLowerCase(Locale.ROOT).contains(typed);
        }
        for (String word : typed.split("\\s+", -1)) {
            if (child.words().stream().noneMatch(known -> known.startsWith(word))) {
                return false;
            }
        }
        return true;
    }
}
