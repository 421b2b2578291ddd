package dev.nara.ui.runs;

import dev.nara.analysis.ProtocolWords;
import dev.nara.run.RunEvent;
import dev.nara.run.RunState;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.BareNumbers;
import dev.nara.ui.common.LiveRun;
import dev.nara.ui.common.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The texts of the rail: scores, states, and a run's tooltip. */
final class RailWords {
    /** Precedes a figure that was not measured in the way given at the foot of the rail. */
    static final String OTHERWISE = "*";

    private final RailState state;
    private final Texts texts;

    RailWords(RailState state) {
        this.state = state;
        this.texts = state.texts();
    }

    /** A figure, marked if it was not measured in the way given at the foot of the rail. */
    String score(StoredRun run) {
        RailScore score = RailScore.of(run);
        String figure = BareNumbers.figure(score.figure());
        return Double.isNaN(score.figure()) || usual(score) ? figure : OTHERWISE + figure;
    }

    private boolean usual(RailScore score) {
        return state.usual().filter(score.protocol()::equals).isPresent();
    }

    /**
     * Describes how a figure was measured; adds the split of the test part if it is not the usual one and differs from that of the figure.
     */
    String protocol(RailScore.Protocol protocol) {
        boolean usual = state.usual()
                .filter(most -> most.split().equals(protocol.split()))
                .isPresent();
        String words = texts.get(
                "rail.protocol",
                protocol.metric(),
                protocol.part().words(),
                ProtocolWords.split(protocol.heldOut(), texts.locale()),
                ProtocolWords.candidates(protocol.candidates(), texts.locale()));
        return usual || protocol.heldOut().equals(protocol.split())
                ? words
                : texts.get("rail.protocol.test", words, ProtocolWords.split(protocol.split(), texts.locale()));
    }

    /** Describes how most figures were measured, and explains the mark on the others if there are any. */
    String foot(Collection<StoredRun> runs) {
        String words = state.usual().map(this::protocol).orElse("");
        boolean others = runs.stream().anyMatch(run -> score(run).startsWith(OTHERWISE));
        return others ? texts.get("rail.protocol.others", words, OTHERWISE) : words;
    }

    /** The state of a run and its progress. */
    String state(StoredRun run) {
        LiveRun now = state.live(run).orElse(LiveRun.NONE);
        String words = now.request().isEmpty() ? texts.get("state." + run.state()) : now.request();
        List<String> all = new ArrayList<>(List.of(words));
        if (now.epoch() > 0 && run.state() == RunState.RUNNING) {
            all.add(texts.get("rail.epoch", now.epoch(), run.spec().epochs()));
        }
        if (!now.left().isEmpty()) {
            all.add(now.left());
        }
        Listing listing = state.read().listing();
        if (listing.waits(run)) {
            all.add(texts.get("runs.place", listing.places().getOrDefault(run.id(), 0)));
        } else if (listing.elsewhere().contains(run.id())) {
            all.add(texts.get("runs.elsewhere"));
        }
        return String.join(" · ", all);
    }

    /** The share of a run's epochs that is done, 0 … 1. */
    double done(StoredRun run) {
        double epochs = Math.max(1, run.spec().epochs());
        return state.live(run)
                .map(now -> (Math.max(0, now.epoch() - 1) + now.share()) / epochs)
                .orElseGet(() -> run.last().map(RunEvent.EpochDone::epoch).orElse(0) / epochs);
    }

    /** All details of a run. */
    String all(StoredRun run) {
        RailScore score = RailScore.of(run);
        List<String> lines = new ArrayList<>();
        lines.add(run.id() + " · " + state.read().names().whole(List.of(run), texts.locale()));
        lines.add(String.join(
                " · ",
                texts.get("algorithm." + run.spec().algorithm()),
                texts.get("short.seed", run.spec().seed()),
                run.spec().dataName(),
                added(run)));
        lines.add(state(run));
        run.fitOf().ifPresent(of -> lines.add(texts.of(of.shortly())));
        if (!Double.isNaN(score.figure())) {
            String epoch = run.best()
                    .filter(best -> !run.spec().fixed())
                    .map(best -> " · " + texts.get("rail.best", best.epoch()))
                    .orElse("");
            lines.add(BareNumbers.figure(score.figure()) + " " + protocol(score.protocol()) + epoch);
        }
        if (!run.label().tags().isBlank()) {
            lines.add(run.label().tags());
        }
        if (!run.label().notes().isBlank()) {
            lines.add(run.label().notes());
        }
        return String.join("\n", lines);
    }

    /** How many runs of a series are in each state. */
    String all(RailRow.Series series) {
        String states = series.seeds().stream()
                .collect(Collectors.groupingBy(StoredRun::state, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> texts.get("state." + each.getKey()) + ": " + each.getValue())
                .collect(Collectors.joining(" · "));
        String ids = series.seeds().stream().map(run -> Long.toString(run.id())).collect(Collectors.joining(", "));
        return state.read().names().of(series.seeds(), texts.locale()) + "\n" + texts.get("rail.series.runs", ids)
                + "\n" + states;
    }

    private String added(StoredRun run) {
        ZonedDateTime added = Instant.parse(run.created()).atZone(ZoneId.systemDefault());
        boolean today = added.toLocalDate().equals(LocalDate.now(added.getZone()));
        return texts.get(
                "runs.added", today ? added.toLocalTime().truncatedTo(ChronoUnit.MINUTES) : added.toLocalDate());
    }
}
