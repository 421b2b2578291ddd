package dev.nara.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z][\\w-]*(?:\\.[\\w-]+)+)\"");
    /** Keys that are put together from a prefix and a name: of parameters, phases, states, codes … */
    private static final Pattern COMPOSED = Pattern.compile("\"([a-z]+\\.)\"\\s*\\+");

    private static Set<String> keys(Locale locale) {
        return new TreeSet<>(Text.bundle(locale).keySet());
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(keys(Locale.ENGLISH), keys(Locale.KOREAN));
    }

    /** Of a key that stands twice the last text would be shown for both. */
    @ParameterizedTest
    @ValueSource(strings = {"texts", "texts_ko"})
    void noKeyStandsTwice(String file) throws IOException {
        List<String> all =
                Files.readAllLines(Path.of("src/main/resources/dev/nara/text", file + ".properties")).stream()
                        .filter(line -> line.matches("[\\w.-]+=.*"))
                        .map(line -> line.substring(0, line.indexOf('=')))
                        .toList();
        assertTrue(all.size() > 3000, all.size() + " keys");
        assertEquals(
                List.of(),
                all.stream()
                        .filter(key -> all.indexOf(key) != all.lastIndexOf(key))
                        .distinct()
                        .toList());
    }

    @Test
    void everyFindingHasAName() {
        assertEquals(
                List.of(),
                keys(Locale.ENGLISH).stream()
                        .filter(key -> key.matches("finding\\.[a-z0-9-]+"))
                        .filter(key -> !Text.exists(key + ".name", Locale.ENGLISH))
                        .toList());
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        Pattern argument = Pattern.compile("\\{\\d}");
        for (String key : keys(Locale.ENGLISH)) {
            assertEquals(
                    arguments(argument, Text.bundle(Locale.ENGLISH).getString(key)),
                    arguments(argument, Text.bundle(Locale.KOREAN).getString(key)),
                    key);
        }
    }

    private static Set<String> arguments(Pattern argument, String text) {
        return argument.matcher(text).results().map(r -> r.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void koreanIsKorean() {
        Set<String> same = keys(Locale.ENGLISH).stream()
                .filter(k -> Text.bundle(Locale.ENGLISH)
                        .getString(k)
                        .equals(Text.bundle(Locale.KOREAN).getString(k)))
                .filter(
                        k -> !k.matches(
                                "(short\\.)?algorithm\\.(neumf|gmf|mlp|bpr|ease|ials|lightgcn)|option\\.optimizer\\.(adam|sgd)|parameter\\.(gmf|mlp_user)_dimension\\.short|device\\.gpu|chart\\.title|cli\\.device|attribute\\.range|said\\.as\\.written|preferences\\.percent\\.of|tune\\.space\\.share"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), same);
    }

    @Test
    void koreanSpeaksToPeopleInOneWay() {
        assertEquals(
                List.of(),
                keys(Locale.KOREAN).stream()
                        .filter(key ->
                                Text.bundle(Locale.KOREAN).getString(key).matches("(?s).*(십시오|하라(?![가-힣])|해라).*"))
                        .toList());
    }

    @Test
    void particlesFollowTheWordsBeforeThem() {
        Pattern one = Pattern.compile("\\d}['\"”’»\\]]*(?:으로|로|와|과|을|를|이|가|은|는)(?![가-힣(])");
        assertEquals(
                List.of(),
                keys(Locale.KOREAN).stream()
                        .filter(key -> one.matcher(Text.bundle(Locale.KOREAN).getString(key))
                                .find())
                        .toList());
        assertEquals("에포크 3과 비교한 자리", Text.of("child.moved.since", "3").in(Locale.KOREAN));
        assertEquals("에포크 4와 비교한 자리", Text.of("child.moved.since", "4").in(Locale.KOREAN));
        assertEquals("HR@10과 같음", Text.of("references.equal", "HR@10").in(Locale.KOREAN));
    }

    @Test
    void everyTextIsUsedAndEveryUsedTextIsThere() throws IOException {
        String sources = sources();
        Set<String> prefixes =
                COMPOSED.matcher(sources).results().map(r -> r.group(1)).collect(Collectors.toSet());
        Set<String> literals =
                LITERAL.matcher(sources).results().map(r -> r.group(1)).collect(Collectors.toSet());
        Set<String> unused = keys(Locale.ENGLISH).stream()
                .filter(key -> !literals.contains(key)
                        && !literals.contains(key.replaceAll("(\\.remedy)?(\\.onscreen)?$", "")))
                .filter(key -> !literals.contains(key.replaceAll("\\.onscreen$", "")))
                .filter(key -> prefixes.stream().noneMatch(key::startsWith))
                .filter(key -> !key.endsWith(".usage.description") && !key.startsWith("mixinStandardHelpOptions."))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused, "texts nobody uses");
        Set<String> missing = new TreeSet<>();
        Matcher of = Pattern.compile("(?:Text\\.of|texts\\.get|texts\\.binding)\\(\\s*\"([^\"]+)\"[,)]")
                .matcher(sources);
        while (of.find()) {
            if (!Text.exists(of.group(1), Locale.ENGLISH)) {
                missing.add(of.group(1));
            }
        }
        assertEquals(Set.of(), missing, "texts that are not there");
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder all = new StringBuilder();
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    /** What is said of data in the window is done in the window. */
    @Test
    void findingsInTheWindowNameNoOptionsOfCommands() {
        for (Locale language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            Locale window = WindowWords.in(language);
            assertEquals(
                    List.of(),
                    keys(language).stream()
                            .filter(key -> key.matches(
                                            "(finding|doubt|parameter|split|run\\.damaged|archive)\\..*|guess\\.items")
                                    && !key.endsWith(".onscreen"))
                            .filter(key -> Text.of(key, "1", "2").in(window).matches(".*(--|nara [a-z]).*"))
                            .toList());
        }
        assertEquals(
                "Name another metric first, such as HR@10,MRR.",
                Text.of("metric.undecided.remedy", "MRR").in(WindowWords.in(Locale.ENGLISH)));
        assertEquals(
                "Name another metric first, such as --metrics HR@10,MRR.",
                Text.of("metric.undecided.remedy", "MRR").in(Locale.ENGLISH));
    }

    /** A twin without the text that it says otherwise would never be seen. */
    @Test
    void whatTheWindowSaysOtherwiseIsSaidInTheTerminal() {
        assertEquals(
                List.of(),
                keys(Locale.ENGLISH).stream()
                        .filter(key -> key.endsWith(".onscreen"))
                        .filter(key -> !Text.exists(key.replaceAll("\\.onscreen$", ""), Locale.ENGLISH))
                        .toList());
    }

    @Test
    void numbersAreWrittenAlikeInEveryLanguage() {
        Text text = Text.of("data.row.short", 12345, 67890);
        assertTrue(text.in(Locale.KOREAN).contains("12345"));
        assertTrue(text.in(Locale.ENGLISH).contains("67890"));
        assertFalse(text.in(Locale.ENGLISH).contains("12,345"));
    }

    @Test
    void anyOtherLanguageReadsEnglish() {
        assertEquals(
                Text.of("profile.users").in(Locale.ENGLISH),
                Text.of("profile.users").in(Locale.FRENCH));
    }
}
