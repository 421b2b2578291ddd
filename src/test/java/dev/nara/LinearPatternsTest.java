package dev.nara;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.text.Text;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every regular expression of the program looks at a text no more than a bounded number of times, however long it is. */
class LinearPatternsTest {
    private static final int LENGTH = 4_000;
    /** Of texts in which an expression is looked for at every place. */
    private static final int SHORTER = 2_000;
    /** Of a text within a message. */
    private static final int LONG = 6_000;
    /** How often a character may be looked at: so few that what is quadratic in parts of nine characters shows in texts of {@link #LENGTH}. */
    private static final int LOOKS = 200;
    /** Two thirds of what a thread of Java usually has in bytes, as these texts are two thirds of what is feared. */
    private static final int STACK = 680_000;

    /** Those that are only asked whether all of a text is so. */
    private static final Set<String> WHOLE = Set.of(
            "OwnPlaces.WITHIN",
            "Spelling.NUMBER",
            "SpaceText.RANGE",
            "Limit.FORM",
            "TimeGuess.MENTIONS",
            "TimeGuess.OTHERWISE",
            "TimeGuess.CALLED",
            "TimeGuess.MOMENT",
            "TimeGuess.HOUR",
            "ColumnWords.MADE",
            "Condition.SHAPE",
            "SubmissionCheck.ROW",
            "SubmissionCheck.LIST",
            "RunLog.LINE",
            "RunFilter.CONDITION",
            "RunSearch.CONDITION",
            "DayMonth.SHAPE",
            "Derived.BUCKETS",
            "DataFiles.BESIDE",
            "SqlOverFiles.JSON");

    private static final List<String> REPEATED = List.of(
            " ",
            "a",
            "1",
            "0",
            ",",
            ".",
            "-",
            "\"",
            "(",
            ":",
            "/",
            "T",
            "e",
            "[",
            "{",
            "|",
            "_",
            "@",
            "=",
            "화",
            "\n",
            "\t",
            "1,",
            "1.",
            "1-",
            "1 ",
            "a ",
            " a",
            "a,",
            "a-",
            "a.",
            "a=",
            "a:",
            "1화",
            "1화 ",
            "1e",
            ",,1",
            "1:",
            "1/",
            "(s)",
            "1 a",
            "을(",
            "a1",
            "layers.1,",
            "user.",
            "\\",
            "'",
            "+1",
            "-1.5,",
            "{\"event\":\"epoch\"");

    private static final List<String> TEXTS = texts(LENGTH);
    private static final List<String> SHORTER_TEXTS = texts(SHORTER);

    /** A text that counts how often it is looked at, and gives up where that is too often. */
    private static final class Counted implements CharSequence {
        private final String text;
        private long looks;

        Counted(String text) {
            this.text = text;
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++looks > (long) LOOKS * text.length()) {
                throw new IllegalStateException("too often");
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final ClassLoader LOADER = LinearPatternsTest.class.getClassLoader();

    /** Only asked about texts of at most 200 characters. */
    private static final String OF_NAMES = "ImportedNames.METRIC";

    private static List<Field> patterns() throws Exception {
        Path program = Path.of(
                Text.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        List<Path> files;
        try (Stream<Path> all = Files.walk(program.resolve("dev"))) {
            files = all.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList();
        }
        List<Field> found = new ArrayList<>();
        for (Path file : files) {
            // Most classes have none, and need not be loaded.
            if (Files.readString(file, StandardCharsets.ISO_8859_1).contains("Ljava/util/regex/Pattern;")) {
                String name = program.relativize(file).toString().replaceAll("[/\\\\]", ".");
                Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()), false, LOADER);
                for (Field field : type.getDeclaredFields()) {
                    if (field.getType() == Pattern.class
                            && !name(field).equals(OF_NAMES)
                            && Modifier.isStatic(field.getModifiers())) {
                        found.add(field);
                    }
                }
            }
        }
        return found;
    }

    private static String repeated(String part, int length) {
        return part.repeat(length / part.length());
    }

    private static List<String> texts(int length) {
        List<String> texts = new ArrayList<>();
        for (String part : REPEATED) {
            for (String around : List.of("%s", "%s!", "1%s!", "a%s!", "\"%s")) {
                texts.add(around.replace("%s", repeated(part, length)));
            }
        }
        return texts;
    }

    private static boolean isLinear(Pattern pattern, String text, boolean whole) {
        Matcher matcher = pattern.matcher(new Counted(text));
        try {
            if (whole) {
                matcher.matches();
            }
            while (!whole && matcher.find()) {
                // All of them, as replacing does.
            }
            return true;
        } catch (IllegalStateException | StackOverflowError e) {
            return false;
        }
    }

    private static List<String> slow(Field field, boolean whole) throws ReflectiveOperationException {
        Pattern pattern = (Pattern) field.get(null);
        return (whole ? TEXTS : SHORTER_TEXTS)
                .stream()
                        .filter(text -> !isLinear(pattern, text, whole))
                        .limit(1)
                        .map(text -> name(field) + ": " + text.substring(0, 12))
                        .toList();
    }

    private static String name(Field field) {
        return field.getDeclaringClass().getSimpleName() + "." + field.getName();
    }

    @Test
    void noPatternLooksAtALongTextTooOften() throws Exception {
        List<Field> patterns = patterns();
        assertTrue(patterns.size() > 20, () -> "" + patterns);
        FutureTask<List<String>> slow = new FutureTask<>(() -> {
            List<String> found = new ArrayList<>();
            for (Field field : patterns) {
                field.setAccessible(true);
                found.addAll(slow(field, true));
                if (!WHOLE.contains(name(field))) {
                    found.addAll(slow(field, false));
                }
            }
            return found;
        });
        new Thread(null, slow, "patterns", STACK).start();
        assertEquals(List.of(), slow.get());
    }

    @Test
    void aMessageMayHoldALongText() {
        for (String part : REPEATED) {
            String text = repeated(part, LONG);
            assertTrue(
                    Text.of("cli.why.held.out", 1, 2, text).in(Locale.ENGLISH).length() > LONG / 2);
            assertTrue(Text.of("cli.why.held.out", 1, 2, text).in(Locale.KOREAN).length() > LONG / 2);
        }
    }
}
