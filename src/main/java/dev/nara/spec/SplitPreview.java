package dev.nara.spec;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.eval.Protocol;
import dev.nara.split.Split;
import dev.nara.split.Warning;
import dev.nara.text.Fact;
import dev.nara.text.Numbers;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run would make of a split, shown before there is a run: the validation part it would hold out, and what remains.
 *
 * @param protocol of the whole split
 * @param validation the validation part; empty if there is none
 * @param left the held-out items of the test part, with the rows that the run would train on
 * @param warnings that the run would give
 */
public record SplitPreview(Protocol protocol, Optional<Split> validation, Split left, List<Warning> warnings) {
    /**
     * Cuts the validation part as a run would; reads all rows, so not for the JavaFX thread.
     *
     * @param protocol of the whole split
     * @param settings of the run, by the names of their parameters; defaults apply to missing ones
     */
    public static SplitPreview of(Dataset dataset, Split whole, Protocol protocol, Map<String, String> settings) {
        RunSpec spec = RunSpec.draft().run(settings).spec();
        List<Warning> more = new ArrayList<>();
        Optional<ValidationPart> part = Optional.empty();
        try {
            part = ValidationPart.of(spec, dataset, whole, protocol).filter(cut -> !spec.fixed());
        } catch (DataException e) {
            // A run with this split would be refused.
            more.add(new Warning(Text.of("split.validation.none")));
        }
        Split left = ValidationPart.without(part, protocol.split());
        part.ifPresent(cut -> {
            takes(protocol.split(), cut, left).ifPresent(more::add);
            cut.notes().forEach(note -> more.add(new Warning(note)));
        });
        List<Warning> warnings = new ArrayList<>(protocol.candidates().warnings(dataset, left, spec.coldCounted()));
        warnings.addAll(more);
        return new SplitPreview(protocol, part.map(ValidationPart::split), left, List.copyOf(warnings));
    }

    private static Optional<Warning> takes(Split before, ValidationPart part, Split left) {
        int cold = left.summary().unseenUsers();
        int coldBefore = before.summary().unseenUsers();
        return cold == coldBefore
                ? Optional.empty()
                : Optional.of(new Warning(
                        Text.of("split.validation.takes", part.spec(), cold, left.evaluatedUsers(), coldBefore)));
    }

    /** One line per fact. */
    public List<Fact> facts() {
        List<Fact> facts = new ArrayList<>(protocol.split().facts());
        validation.ifPresent(part -> {
            facts.add(new Fact("split.validation", part.spec()));
            facts.add(new Fact(
                    "split.validation.find", Numbers.grouped(part.summary().pairsToFind())));
            facts.add(new Fact(
                    "split.validation.train", Numbers.grouped(left.summary().trainRows())));
            facts.add(new Fact(
                    "split.validation.unseen", Numbers.grouped(left.summary().unseenUsers())));
        });
        facts.add(protocol.candidates().fact());
        return facts;
    }
}
