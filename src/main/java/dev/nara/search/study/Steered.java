package dev.nara.search.study;

import dev.nara.search.sampler.Preference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The user's requests in a study: those in force, in order, and those still to be carried out. */
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
    /** The number of the event since which the best are being confirmed. */
    private long confirming = Long.MAX_VALUE;

    /**
     * A request.
     *
     * @param trials of its algorithm at that time; for an extended budget, the number of started trials
     * @param afterChoice whether it is the first extension after a choice
     */
    private record Entry(
            Recorded recorded, StudyEvent.Steering event, int trials, boolean afterChoice, boolean undone) {
        Entry takenBack() {
            return new Entry(recorded, event, trials, afterChoice, true);
        }
    }

    /** A request still to be carried out; {@code back} if it was carried out and is undone. */
    public record Request(long seq, StudyEvent.Steering event, boolean back) {}

    Steered(StudySpec spec) {
        this.spec = spec;
        budget = spec.budget();
        space = new SteeredSpace(spec);
        follow();
    }

    /** Applies an event. */
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

    /** The study has chosen: earlier requests to finish, and earlier choices by the user, no longer apply. */
    void settled(long seq) {
        settled = seq;
        follow();
    }

    /** Confirmation begins; a later request to finish asks for the choice at once. */
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

    /** The requests to be carried out, in order. */
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

    /** The user's requests in order, without those that only undo others. */
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

    /** Whether the user wants the choice from what is confirmed so far. */
    public boolean confirmed() {
        return confirmed;
    }

    /** Whether the search continues after a choice. */
    boolean extended() {
        return extended;
    }

    /** The trial that the user chose instead; 0 for none. */
    int chosenByHand() {
        return chosen;
    }
}
