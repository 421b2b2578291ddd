package dev.nara.search.plan;

import dev.nara.search.study.Steered;
import dev.nara.search.study.StudyChoice;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyEvent.AgainAsked;
import dev.nara.search.study.StudyEvent.Asked;
import dev.nara.search.study.StudyEvent.CarriedOut;
import dev.nara.search.study.StudyEvent.ConfirmAsked;
import dev.nara.search.study.StudyEvent.Confirming;
import dev.nara.search.study.StudyEvent.DropAsked;
import dev.nara.search.study.StudyEvent.TestAsked;
import dev.nara.search.study.StudyEvent.ThawAsked;
import dev.nara.search.study.StudySeeds;
import dev.nara.search.study.StudyState;
import dev.nara.search.study.TrialNow;
import dev.nara.search.study.TrialState;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Carries out the user's open requests; impossible ones are refused, once and with a reason. */
final class Requests {
    private final StudyState state;
    private final NextSettings settings;
    private final PathToChoice path;

    Requests(StudyState state, NextSettings settings, PathToChoice path) {
        this.state = state;
        this.settings = settings;
        this.path = path;
    }

    /** The next move; empty without requests, or if they have to wait for a place. */
    Optional<Move> next(Now now) {
        for (Steered.Request request : state.steered().requests()) {
            Optional<Move> move = move(request, now);
            if (move.isPresent()) {
                return move;
            }
        }
        return Optional.empty();
    }

    private Optional<Move> move(Steered.Request request, Now now) {
        int free = now.free();
        StudyEvent.Steering event = request.event();
        if (event instanceof DropAsked drop) {
            return request.back() ? goOn(drop.trial(), request, free) : leave(drop.trial(), request, now);
        } else if (event instanceof ThawAsked thaw) {
            return request.back() ? leave(thaw.trial(), request, now) : goOn(thaw.trial(), request, free);
        } else if (request.back()) {
            return done(request.seq());
        } else if (event instanceof AgainAsked again) {
            return again(again.trial(), request, free);
        } else if (event instanceof Asked asked) {
            return free > 0 ? Optional.of(new Move.Begin(settings.asked(asked), request.seq())) : Optional.empty();
        } else if (event instanceof ConfirmAsked more) {
            return confirm(more, request);
        } else if (event instanceof TestAsked test) {
            return test(test, request);
        } else if (event instanceof StudyEvent.PathAsked) {
            return path(request);
        }
        return done(request.seq());
    }

    private static Optional<Move> done(long seq) {
        return Optional.of(new Move.Note(List.of(new CarriedOut(seq, null))));
    }

    private static Optional<Move> refused(Steered.Request request, Text why) {
        // Undoing something that cannot be undone changes nothing: no message.
        return Optional.of(new Move.Note(List.of(new CarriedOut(request.seq(), request.back() ? null : why))));
    }

    private Optional<Move> leave(int number, Steered.Request request, Now now) {
        if (state.has(number) && now.leaving().contains(state.trial(number).main().run)) {
            return Optional.empty();
        }
        boolean runs = state.has(number) && state.trial(number).state() == TrialState.RUNNING;
        return runs
                ? Optional.of(new Move.Leave(state.trial(number), Text.of("study.left.hand"), request.seq()))
                : refused(request, Text.of("study.not.running", number));
    }

    private Optional<Move> goOn(int number, Steered.Request request, int free) {
        if (!state.has(number) || state.trial(number).state() != TrialState.DROPPED) {
            return refused(request, Text.of("study.not.dropped", number));
        }
        return free > 0
                ? Optional.of(new Move.GoOn(state.trial(number), Text.of("study.thawed.hand"), request.seq()))
                : Optional.empty();
    }

    private Optional<Move> again(int number, Steered.Request request, int free) {
        if (!state.has(number) || !state.trial(number).state().broken()) {
            return refused(request, Text.of("study.not.failed", number));
        }
        TrialNow trial = state.trial(number);
        return free > 0
                ? Optional.of(new Move.Repeat(trial, trial.added().seed(), false, request.seq()))
                : Optional.empty();
    }

    private Optional<Move> confirm(ConfirmAsked more, Steered.Request request) {
        Confirming last = state.confirming().orElse(null);
        if (last == null || !state.phase().ended()) {
            return refused(request, Text.of("study.not.chosen"));
        }
        List<Long> seeds = new ArrayList<>(last.seeds());
        int all = seeds.size() + more.seeds();
        for (int n = 1; seeds.size() < all; n++) {
            long seed = StudySeeds.confirming(state.spec(), n);
            // A trial that the user stopped is not continued.
            boolean left = last.all().stream().anyMatch(trial -> StudyVerdicts.run(state.trial(trial), seed) != null);
            if (!left && !seeds.contains(seed)) {
                seeds.add(seed);
            }
        }
        return Optional.of(new Move.Note(List.of(
                new CarriedOut(request.seq(), null),
                new Confirming(last.trials(), last.preset(), seeds, last.once()))));
    }

    private Optional<Move> path(Steered.Request request) {
        List<StudyEvent.PathBegun.Step> steps = path.steps();
        return steps.isEmpty()
                ? refused(request, Text.of("study.no.path"))
                : Optional.of(
                        new Move.Note(List.of(new CarriedOut(request.seq(), null), new StudyEvent.PathBegun(steps))));
    }

    private Optional<Move> test(TestAsked test, Steered.Request request) {
        StudyChoice choice = state.choice().orElse(null);
        return choice == null || choice.trial() == 0 || !state.phase().ended()
                ? refused(request, Text.of("study.not.chosen"))
                : Optional.of(new Move.Test(choice, test.seeds(), request.seq()));
    }
}
