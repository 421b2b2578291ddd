package dev.nara.cli.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.nara.cli.CommandLineTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TuneAskCommandTest extends CommandLineTest {
    private int ask(String input, String... arguments) {
        InputStream usual = System.in;
        System.setIn(new ByteArrayInputStream(input.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        try {
            return nara(arguments);
        } finally {
            System.setIn(usual);
        }
    }

    @Test
    void answersUntilALineIsWrong() throws IOException {
        Path space = folder.resolve("space.json");
        Files.writeString(space, "{\"parameters\": [{\"name\": \"a\", \"kind\": \"whole\", \"low\": 3, \"high\": 4}]}");
        String[] command = {"tune", "ask", "--space", space.toString(), "--sampler", "grid"};
        assertEquals(0, ask("{'ask': 1}\n\n{'tell': {'settings': {'a': 3}, 'value': 1}}\n{'ask': 1}\n", command));
        assertEquals(3, json().get(0).getAsJsonObject("settings").get("a").getAsInt());
        assertEquals(4, json().get(1).getAsJsonObject("settings").get("a").getAsInt());
        assertEquals(2, ask("{'ask': 1}\n{'tell': {'settings': {'b': 3}, 'value': 1}}\n{'ask': 1}\n", command));
        assertEquals(1, json().size());
        assertEquals(
                "stdin:2: a has no value. Write {\"ask\": 1} or"
                        + " {\"tell\": {\"settings\": {\"a\": 0.01}, \"value\": 0.7}}, one per line.\n",
                err);
        Files.writeString(space, "[3]");
        assertEquals(2, ask("", command));
    }
}
