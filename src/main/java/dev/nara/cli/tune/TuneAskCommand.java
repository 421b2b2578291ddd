package dev.nara.cli.tune;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.nara.cli.terminal.ExitCode;
import dev.nara.cli.terminal.Output;
import dev.nara.data.DataException;
import dev.nara.data.InputFile;
import dev.nara.search.sampler.Samplers;
import dev.nara.text.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nara tune ask}: a sampler for programs that train by themselves, with JSON lines as input and output. */
@Command(name = "ask", mixinStandardHelpOptions = true)
final class TuneAskCommand implements Callable<Integer> {
    /** The longest accepted line in characters. */
    private static final int LONGEST = 1 << 26;

    private final Output output;

    @Option(names = "--space", paramLabel = "FILE", required = true, descriptionKey = "cli.ask.space")
    private Path space = Path.of("space.json");

    @Option(names = "--sampler", paramLabel = "NAME", descriptionKey = "cli.ask.sampler")
    private String sampler = Samplers.all().get(0).name();

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "cli.ask.seed")
    private long seed = 1;

    TuneAskCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws DataException, IOException {
        AskDialogue dialogue = new AskDialogue(read(), Samplers.named(sampler), seed, output.locale());
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        long number = 1;
        for (String line = line(lines, number); line != null; line = line(lines, ++number)) {
            if (!line.isBlank()) {
                for (JsonObject answer : answers(dialogue, line, number)) {
                    output.json(answer);
                }
            }
        }
        return ExitCode.DONE;
    }

    /**
     * The next line without its line break; null at the end of the input. Limits the length, so that an endless line does not exhaust
     * memory.
     */
    private static @Nullable String line(BufferedReader lines, long number) throws DataException, IOException {
        StringBuilder line = new StringBuilder();
        int c = lines.read();
        boolean end = c < 0;
        while (c >= 0 && c != '\n') {
            if (line.length() == LONGEST) {
                throw new DataException(
                        Path.of("stdin"), number, Text.of("data.line.long"), Text.of("data.line.long.remedy"));
            }
            line.append((char) c);
            c = lines.read();
        }
        return end ? null : line.toString();
    }

    private static Iterable<JsonObject> answers(AskDialogue dialogue, String line, long number) throws DataException {
        try {
            return dialogue.answers(line);
        } catch (DataException e) {
            throw new DataException(Path.of("stdin"), number, e.problem(), e.remedy());
        }
    }

    private JsonObject read() throws DataException {
        try {
            JsonElement json = JsonParser.parseString(InputFile.text(space));
            if (json.isJsonObject()) {
                return json.getAsJsonObject();
            }
        } catch (IOException e) {
            throw DataException.unreadable(space, e);
        } catch (JsonParseException e) {
            throw notJson();
        }
        throw notJson();
    }

    private DataException notJson() {
        return new DataException(space, Text.of("ask.not.json"), Text.of("space.json.remedy"));
    }
}
