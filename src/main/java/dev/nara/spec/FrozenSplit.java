package dev.nara.spec;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.eval.Candidates;
import dev.nara.eval.Protocol;
import dev.nara.split.Split;
import dev.nara.split.SplitFile;
import dev.nara.split.Splits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A split written to a file with its negatives and its validation part, which runs can name as {@code file:PATH}. */
public final class FrozenSplit {
    private FrozenSplit() {}

    /**
     * Cuts the data as a run of these settings does, and writes that, whole or not at all.
     *
     * @param settings of the run, by the names of their parameters; the usual ones where they are missing
     * @return the SHA-256 that the file ends with
     * @throws DataException if a run of these settings is refused
     */
    public static String write(Path file, Dataset dataset, Map<String, String> settings)
            throws DataException, IOException {
        RunSpec spec = RunSpec.draft().run(settings).spec();
        Split whole = Splits.split(dataset, spec.split(), spec.splitSeed());
        Protocol protocol = Protocol.of(dataset, whole, spec.candidates(), spec.splitSeed());
        Optional<ValidationPart> part = ValidationPart.of(spec, dataset, whole, protocol);
        return write(file, dataset, spec, whole, protocol, part);
    }

    /** Writes what was cut already. */
    static String write(
            Path file, Dataset dataset, RunSpec spec, Split whole, Protocol protocol, Optional<ValidationPart> part)
            throws IOException {
        Candidates candidates = protocol.candidates();
        // Negatives were drawn for what the protocol looks for.
        Split frozen = candidates.full() ? whole : protocol.split();
        return SplitFile.write(
                file,
                dataset,
                part.filter(cut -> !spec.fixed())
                        .map(cut -> frozen.validatedOn(cut.frozen()))
                        .orElse(frozen),
                spec.splitSeed(),
                candidates.spec(),
                candidates.negatives(protocol.split()));
    }
}
