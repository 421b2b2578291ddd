package dev.nara.ui.tune;

import dev.nara.data.DataException;
import dev.nara.run.RunEvent;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.Trial;
import dev.nara.store.RunStore;
import dev.nara.ui.common.Latest;
import dev.nara.ui.tune.model.TuneModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the learning curves of trials that have changed. Only for the JavaFX thread. */
final class TrialCourses {
    private final RunStore store;
    private final Latest reading;
    private final TuneModel model;
    /** The state of the trial of each run when its curve was read, by run number. */
    private final Map<Long, String> read = new HashMap<>();

    private long study;

    TrialCourses(RunStore store, Latest reading, TuneModel model) {
        this.store = store;
        this.reading = reading;
        this.model = model;
    }

    /** Reads the new parts of a study's curves, unless a reading is under way. */
    void follow(StudySnapshot now) {
        if (now.id() != study) {
            study = now.id();
            reading.cancel();
            read.clear();
            model.coursesProperty().set(Map.of());
        }
        if (reading.underWay() || study == 0) {
            return;
        }
        List<Trial> changed = now.trials().stream().filter(this::changed).toList();
        if (!changed.isEmpty()) {
            String goal = now.spec().goal();
            reading.run(() -> courses(changed, goal), found -> show(changed, found), error -> {});
        }
    }

    private boolean changed(Trial trial) {
        return trial.runs().stream().anyMatch(run -> run > 0 && !state(trial).equals(read.get(run)));
    }

    /** A text that changes whenever there may be further epochs. */
    private static String state(Trial trial) {
        return trial.state() + " " + trial.epoch();
    }

    private void show(List<Trial> changed, Map<Integer, List<TuneModel.Course>> found) {
        changed.forEach(trial -> trial.runs().forEach(run -> read.put(run, state(trial))));
        Map<Integer, List<TuneModel.Course>> all =
                new HashMap<>(model.coursesProperty().get());
        all.putAll(found);
        model.coursesProperty().set(all);
    }

    private Map<Integer, List<TuneModel.Course>> courses(List<Trial> trials, String goal) throws DataException {
        Map<Integer, List<TuneModel.Course>> all = new HashMap<>();
        for (Trial trial : trials) {
            List<TuneModel.Course> courses = new ArrayList<>();
            for (long run : trial.runs()) {
                if (run > 0) {
                    courses.add(course(run, goal));
                }
            }
            all.put(trial.number(), courses);
        }
        return all;
    }

    private TuneModel.Course course(long run, String goal) throws DataException {
        SortedMap<Integer, Double> figures = new TreeMap<>();
        for (RunEvent event : store.events(run)) {
            if (event instanceof RunEvent.EpochDone done && done.metrics().containsKey(goal)) {
                figures.put(done.epoch(), done.metrics().get(goal));
            }
        }
        return new TuneModel.Course(run, figures);
    }
}
