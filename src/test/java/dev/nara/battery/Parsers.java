package dev.nara.battery;

import dev.nara.cli.tune.AskLines;
import dev.nara.data.DataException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything of the program that reads what others wrote; a new one is one line here. */
final class Parsers {
    private Parsers() {}

    /** All, by name; what they write goes below the folder. */
    static Map<String, Parser> in(Path folder) {
        return in(folder, true);
    }

    /** Those of run files, which need a trained run, only where they are asked for. */
    static Map<String, Parser> in(Path folder, boolean ofRunFiles) {
        try {
            List<Parser> all = new ArrayList<>(new DataParsers(made(folder.resolve("data"))).all());
            all.addAll(new StoredParsers(made(folder.resolve("stored"))).all());
            all.addAll(dialogues());
            if (ofRunFiles) {
                all.addAll(new RunFileParsers(made(folder.resolve("runs"))).all());
            }
            Map<String, Parser> byName = new LinkedHashMap<>();
            all.forEach(parser -> byName.put(parser.name(), parser));
            return byName;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (DataException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path made(Path folder) throws IOException {
        return Files.createDirectories(folder);
    }

    private static List<Parser> dialogues() {
        return List.of(
                new Parser(
                        "ask-lines",
                        List.of(bytes(
                                "{\"ask\": 2}\n{\"tell\": {\"settings\": {\"a\": 0.01, \"b\": \"1\"}, \"value\": 0.5,"
                                        + " \"error\": 0.1, \"cost\": 3}}\n{\"ask\": 1}")),
                        input -> AskLines.say(text(input))),
                new Parser(
                        "ask-space",
                        List.of(
                                bytes(
                                        "{\"goal\":\"maximize\",\"parameters\":[{\"name\":\"a\",\"kind\":\"whole\",\"low\":1,"
                                                + "\"high\":64,\"scale\":\"log\",\"step\":2,\"zero\":false},{\"name\":\"c\",\"kind\":"
                                                + "\"ordered\",\"values\":[16,32.0],\"when\":{\"name\":\"a\",\"values\":[3]}}]}")),
                        input -> AskLines.space(text(input))));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] input) {
        return new String(input, StandardCharsets.UTF_8);
    }
}
