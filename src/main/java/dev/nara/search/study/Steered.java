package dev.nara.search.study;

import dev.nara.search.sampler.Preference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What people made of a study: what of their events counts, one after the other, and what of it is still to be carried out. */
public final class Steered {
    private final StudySpec spec;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, Integer> carriedOut = new HashMap<>();
    private final SteeredSpace space;
    private final Set<Integer> pinned = new TreeSet<>();
    private Budget budget;
    private boolean paused;
    private boolean stopped;
    private boolean finish;
    private boolean confirmed;
    private int chosen;
    private boolean extended;
    private long settled;
    /** The number of the event since which the best are confirmed. */
    private long confirming = Long.MAX_VALUE;

    /**
     * An event.
     *
     * @param trials of its algorithm that there were then; of more budget, those that had been begun
     * @param afterChoice whether it is the first after a choice that gives more budget
     */
    private record Entry(
            Recorded recorded, StudyEvent.Steering event, int trials, boolean afterChoice, boolean undone) {
        Entry takenBack() {
            return new Entry(recorded, event, trials, afterChoice, true);
        }
    }

    /** Something that is still to be carried out; {@code back} where it was, and is undone. */
    public record Request(long seq, StudyEvent.Steering event, boolean back) {}

    Steered(StudySpec spec) {
        this.spec = spec;
        budget = spec.budget();
        space = new SteeredSpace(spec);
        follow();
    }

    /** Takes an event in. */
    void add(Recorded recorded, StudyEvent.Steering event, int trials) {
        if (event instanceof StudyEvent.Undone undone) {
            entries.replaceAll(e -> e.recorded.seq() >= undone.from() ? e.takenBack() : e);
        }
        boolean afterChoice = event instanceof StudyEvent.Extended && settled > 0 && !extended;
        entries.add(new Entry(recorded, event, trials, afterChoice, false));
        follow();
    }

    void carriedOut(StudyEvent.CarriedOut event) {
        carriedOut.merge(event.asked(), 1, Integer::sum);
    }

    void givenUp(StudyEvent.PreferenceGivenUp event) {
        space.givenUp(event);
        follow();
    }

    /** The search has come to its choice: that it should finish, and what was chosen by hand before, counts no longer. */
    void settled(long seq) {
        settled = seq;
        follow();
    }

    /** The best are confirmed from now on; who asks then that it should finish wants the choice. */
    void confirms(long seq) {
        confirming = seq;
        follow();
    }

    private void follow() {
        space.begin();
        pinned.clear();
        budget = spec.budget();
        paused = false;
        stopped = false;
        finish = false;
        confirmed = false;
        chosen = 0;
        extended = false;
        for (Entry entry : entries) {
            if (!entry.undone) {
                space.apply(entry.event, entry.trials);
                course(entry);
            }
        }
    }

    private void course(Entry entry) {
        StudyEvent.Steering event = entry.event;
        boolean unsettled = entry.recorded.seq() > settled;
        if (event instanceof StudyEvent.Pinned pin) {
            pinned.add(pin.trial());
        } else if (event instanceof StudyEvent.Unpinned pin) {
            pinned.remove(pin.trial());
        } else if (event instanceof StudyEvent.Extended more) {
            Recorded at = entry.recorded;
            Budget had = entry.afterChoice ? budget.usedUp(at.seconds(), at.at(), entry.trials) : budget;
            budget = had.extended(more.minutes(), more.trials());
            finish = false;
            extended = unsettled;
        } else if (event instanceof StudyEvent.Paused) {
            paused = true;
        } else if (event instanceof StudyEvent.Continued) {
            paused = false;
            stopped = false;
        } else if (event instanceof StudyEvent.FinishAsked) {
            finish = unsettled;
            confirmed |= unsettled && entry.recorded.seq() > confirming;
        } else if (event instanceof StudyEvent.Stopped) {
            stopped = true;
        } else if (event instanceof StudyEvent.ChosenByHand choice) {
            chosen = unsettled ? choice.trial() : 0;
        }
    }

    /** What is to be carried out, in the order in which it was asked. */
    public List<Request> requests() {
        List<Request> requests = new ArrayList<>();
        for (Entry entry : entries) {
            int times = carriedOut.getOrDefault(entry.recorded.seq(), 0);
            boolean asks = entry.event instanceof StudyEvent.Request;
            if (asks && !entry.undone && times == 0) {
                requests.add(new Request(entry.recorded.seq(), entry.event, false));
            } else if (asks && entry.undone && times == 1) {
                requests.add(new Request(entry.recorded.seq(), entry.event, true));
            }
        }
        return requests;
    }

    /** What people asked, the first one first, but for what only took back others. */
    public List<StudyStep> steps() {
        return entries.stream()
                .filter(e -> !(e.event instanceof StudyEvent.Undone))
                .map(e -> new StudyStep(e.recorded.seq(), e.recorded.seconds(), e.recorded.at(), e.event, e.undone))
                .toList();
    }

    public List<StudyPart> parts() {
        return space.parts();
    }

    public StudyPart part(String algorithm) {
        return space.part(algorithm);
    }

    public List<Preference> preferences(String algorithm) {
        return space.preferences(algorithm);
    }

    public boolean pinned(int trial) {
        return pinned.contains(trial);
    }

    public Budget budget() {
        return budget;
    }

    boolean paused() {
        return paused;
    }

    boolean stopped() {
        return stopped;
    }

    public boolean finish() {
        return finish;
    }

    /** Whether what is confirmed so far is enough. */
    public boolean confirmed() {
        return confirmed;
    }

    /** Whether there is more to search for after a choice. */
    boolean extended() {
        return extended;
    }

    /** The trial that somebody chose instead; 0 for none. */
    int chosenByHand() {
        return chosen;
    }
}
