package dev.nara.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.TestServices;
import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Parameter;
import dev.nara.cli.terminal.Output;
import dev.nara.search.space.SpaceText;
import dev.nara.search.space.Spaces;
import dev.nara.spec.RunSettings;
import dev.nara.store.Services;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What is written about the program: no link leads nowhere, no option, parameter or setting is left out. */
class DocumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
    private static final Path PAGES = ROOT.resolve("src/site/markdown");
    private static final Path KOREAN = ROOT.resolve("src/site/ko/markdown");
    private static final Path PICTURES = ROOT.resolve("assets/pictures");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Services SERVICES = TestServices.on(Path.of("target", "test-home"));

    private static void none(String what, Set<String> missing) {
        assertEquals("", String.join("\n", missing), what);
    }

    private static List<Path> pages(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".md")).sorted().toList();
        }
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        List<Path> documents = new ArrayList<>(pages(PAGES));
        documents.addAll(pages(KOREAN));
        for (String name : List.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")) {
            documents.add(ROOT.resolve(name));
        }
        Set<String> dead = new TreeSet<>();
        for (Path document : documents) {
            Matcher links = LINK.matcher(withoutCode(Files.readString(document)));
            while (links.find()) {
                String link = links.group(1);
                if (!link.matches("[a-z]+:.*") && !leads(document, link)) {
                    dead.add(ROOT.relativize(document) + ": " + link);
                }
            }
        }
        none("dead links", dead);
    }

    private static String withoutCode(String text) {
        return text.replaceAll("(?s)```.*?```", "").replaceAll("`[^`]*`", "");
    }

    private static boolean leads(Path document, String link) throws IOException {
        int hash = link.indexOf('#');
        String file = hash < 0 ? link : link.substring(0, hash);
        Path target = file.isEmpty() ? document : target(document, file);
        if (!Files.exists(target)) {
            return false;
        }
        return hash < 0 || anchors(target).contains(link.substring(hash + 1));
    }

    /** The file behind a link: of a page as the site has them, Korean in ko/, pictures in images/; of others as it stands. */
    private static Path target(Path document, String file) {
        boolean korean = document.startsWith(KOREAN);
        if (!korean && !document.startsWith(PAGES)) {
            return document.resolveSibling(file).normalize();
        }
        Path page = korean ? Path.of("ko").resolve(KOREAN.relativize(document)) : PAGES.relativize(document);
        Path site = page.resolveSibling(file).normalize();
        if (site.startsWith("images")) {
            return PICTURES.resolve(site.getFileName());
        }
        if (site.startsWith("ko")) {
            return KOREAN.resolve(Path.of("ko").relativize(site));
        }
        return PAGES.resolve(site);
    }

    /** The names of the headings, as sites make them. */
    private static Set<String> anchors(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    @Test
    void everyOptionOfEveryCommandIsExplained() throws IOException {
        Output output = new Output(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                Locale.ENGLISH,
                false);
        String page = Files.readString(PAGES.resolve("command-line.md"));
        String shared = sections(page).filter(s -> !s.startsWith("nara ")).collect(Collectors.joining("\n"));
        Set<String> missing = new TreeSet<>();
        NaraCommand.commands(SERVICES, TestServices::bench, output)
                .getSubcommands()
                .forEach((name, command) -> {
                    String own = sections(page)
                            .filter(s -> s.startsWith("nara " + name + "\n"))
                            .collect(Collectors.joining());
                    if (own.isEmpty()) {
                        missing.add("nara " + name);
                    }
                    options(command)
                            .filter(option -> !explained(own, option) && !explained(shared, option))
                            .forEach(option -> missing.add("nara " + name + " " + option));
                });
        none("not in command-line.md", missing);
    }

    private static Stream<String> sections(String page) {
        return Stream.of(page.split("(?m)^## "));
    }

    /** The options of a command and of the commands below it, each by its longest name. */
    private static Stream<String> options(CommandLine command) {
        return Stream.concat(
                command.getCommandSpec().options().stream()
                        .filter(option -> !option.hidden())
                        .map(OptionSpec::longestName),
                command.getSubcommands().values().stream().flatMap(DocumentsTest::options));
    }

    private static boolean explained(String text, String option) {
        return Pattern.compile("`[^`\n]*(?<![\\w-])" + Pattern.quote(option) + "(?![\\w-])[^`\n]*`")
                .matcher(text)
                .find();
    }

    @Test
    void everyParameterAndEverySettingIsExplained() throws IOException {
        String models = Files.readString(PAGES.resolve("models.md"));
        String all = models + Files.readString(PAGES.resolve("command-line.md"));
        Set<String> missing = new TreeSet<>();
        for (Algorithm algorithm : SERVICES.algorithms().all()) {
            if (!models.contains("`" + algorithm.id() + "`")) {
                missing.add(algorithm.id());
            }
            for (Parameter parameter : algorithm.parameters()) {
                if (!models.contains("`" + parameter.name() + "`")) {
                    missing.add(algorithm.id() + " " + parameter.name());
                }
            }
        }
        for (Parameter setting : RunSettings.ALL) {
            String option = "--" + setting.name().replace('_', '-');
            if (!all.contains("`" + setting.name() + "`") && !explained(all, option)) {
                missing.add("setting " + setting.name());
            }
        }
        none("not in models.md or command-line.md", missing);
    }

    @Test
    void everyRangeOfSearchIsExplained() throws IOException {
        String all = Files.readString(PAGES.resolve("models.md"));
        String korean = Files.readString(KOREAN.resolve("models.md"));
        Set<String> missing = new TreeSet<>();
        for (Algorithm algorithm : SERVICES.algorithms().all()) {
            for (Parameter parameter : algorithm.parameters()) {
                Spaces.declared(parameter)
                        .map(SpaceText::of)
                        .filter(range -> !all.contains("\n" + range + "\n") || !korean.contains("\n" + range + "\n"))
                        .ifPresent(range -> missing.add(algorithm.id() + " " + range));
            }
        }
        none("not in models.md", missing);
    }

    @Test
    void thePagesOfF1AreInKorean() {
        Set<String> missing = new TreeSet<>();
        for (String name : List.of("index", "data", "train", "compare", "child", "export")) {
            if (!Files.exists(KOREAN.resolve(name + ".md"))) {
                missing.add(name);
            }
        }
        none("without a Korean page", missing);
    }

    @Test
    void theReadmeIsShort() throws IOException {
        List<String> lines = Files.readAllLines(ROOT.resolve("README.md"));
        int longest = lines.stream()
                .map(String::length)
                .max(Comparator.naturalOrder())
                .orElse(0);
        assertEquals(
                "150 lines, 120 columns",
                Math.max(150, lines.size()) + " lines, " + Math.max(120, longest) + " columns");
    }
}
