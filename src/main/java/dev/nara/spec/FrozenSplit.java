package dev.nara.spec;

import dev.nara.data.AtomicFile;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.OutputFile;
import dev.nara.eval.Candidates;
import dev.nara.eval.Protocol;
import dev.nara.split.Split;
import dev.nara.split.SplitFile;
import dev.nara.split.Splits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Writes a split with its negatives and its validation part to a file, which runs can name as {@code file:PATH}. */
public final class FrozenSplit {
    private FrozenSplit() {}

    /**
     * Splits the data as a run with these settings would, and writes the result; the file is written completely or not at all.
     *
     * @param settings of the run, by the names of their parameters; defaults apply to missing ones
     * @return the SHA-256 in the last line of the file
     * @throws DataException if a run with these settings would be refused
     */
    public static String write(Path file, Dataset dataset, Map<String, String> settings)
            throws DataException, IOException {
        OutputFile.check(file);
        RunSpec spec = RunSpec.draft().run(settings).spec();
        Split whole = Splits.split(dataset, spec.split(), spec.splitSeed());
        Protocol protocol = Protocol.of(dataset, whole, spec.candidates(), spec.splitSeed());
        Optional<ValidationPart> part = ValidationPart.of(spec, dataset, whole, protocol);
        return write(OutputFile.at(file), dataset, spec, whole, protocol, part);
    }

    /** Writes an existing split; the file is written completely or not at all. */
    static String write(
            AtomicFile.Target to,
            Dataset dataset,
            RunSpec spec,
            Split whole,
            Protocol protocol,
            Optional<ValidationPart> part)
            throws IOException {
        Candidates candidates = protocol.candidates();
        // The protocol may look at a half of the period; its negatives were drawn for that half.
        Split frozen = candidates.full() ? whole : protocol.split();
        return SplitFile.write(
                to,
                dataset,
                part.filter(cut -> !spec.fixed())
                        .map(cut -> frozen.validatedOn(cut.frozen()))
                        .orElse(frozen),
                spec.splitSeed(),
                candidates.spec(),
                candidates.negatives(protocol.split()));
    }
}
