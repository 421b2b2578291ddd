package dev.nara.ui.tune;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.search.running.RunningStudy;
import dev.nara.search.running.Studies;
import dev.nara.search.study.StudyEvent;
import dev.nara.search.study.StudyListener;
import dev.nara.search.study.StudySnapshot;
import dev.nara.search.study.StudySpec;
import dev.nara.settings.Home;
import dev.nara.store.Services;
import dev.nara.store.SparkSubmit;
import dev.nara.store.entry.DamagedStudy;
import dev.nara.store.entry.StoredRun;
import dev.nara.text.Text;
import dev.nara.ui.common.ScreenContext;
import dev.nara.ui.common.Session;
import dev.nara.ui.tune.model.TuneModel;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The studies of the window's workspace. They run here with the open data, or a cluster trains their trials. */
final class StoredDesk implements StudyDesk {
    private final Services services;
    private final Studies studies;
    private final Executor training;
    private final Supplier<Session.@Nullable Opened> opened;
    private volatile String cluster;
    private final Path workspace;
    private final Map<Long, Runnable> leaving = new ConcurrentHashMap<>();

    /** {@code training} gives each trial a thread. */
    StoredDesk(ScreenContext shared, Executor training) {
        this.services = shared.services();
        this.studies = new Studies(shared.store());
        this.training = training;
        this.opened = shared.session().openedProperty()::get;
        this.cluster = shared.session().clusterProperty().get();
        shared.session().clusterProperty().addListener((o, was, is) -> cluster = is);
        this.workspace = shared.store().workspace();
    }

    @Override
    public TuneModel.Listed list() throws DataException {
        Studies.Listed listed = studies.list();
        return new TuneModel.Listed(
                listed.whole().stream()
                        .map(study -> new TuneModel.Named(study.id(), study.spec(), study.phase()))
                        .toList(),
                listed.damaged().stream().map(DamagedStudy::id).toList());
    }

    @Override
    public long create(StudySpec spec) throws DataException {
        return studies.create(spec);
    }

    @Override
    public StudySnapshot snapshot(long study) throws DataException {
        return studies.snapshot(study);
    }

    @Override
    public OptionalDouble figure(StudySpec spec, StoredRun run) throws DataException {
        Session.Opened open = opened.get();
        return open == null || !open.dataset().has(spec.base().fingerprint())
                ? OptionalDouble.empty()
                : studies.searched(services, open.dataset(), spec, run);
    }

    @Override
    public void append(long study, StudyEvent.Steering event) throws DataException {
        studies.ask(study, event);
    }

    @Override
    public void run(long study, Consumer<StudySnapshot> live) throws DataException {
        if (studies.underWay(study)) {
            // Another program runs the study and handles the requests.
            return;
        }
        String master = cluster;
        if (master.isEmpty()) {
            RunningStudy running = here(study, live);
            run(study, running::leave, running::run);
        } else {
            SearchOnCluster running = SearchOnCluster.begin(
                    spark(), master, workspace, Home.ofEnvironment().logs(), studies, study);
            run(study, running::leave, () -> running.await(live));
        }
    }

    /** Work that takes as long as the study runs. */
    private interface Work {
        void run() throws DataException;
    }

    private void run(long study, Runnable leave, Work work) throws DataException {
        leaving.put(study, leave);
        try {
            work.run();
        } finally {
            leaving.remove(study);
        }
    }

    /** The installed program that submits work to a cluster. */
    static SparkSubmit spark() throws DataException {
        return SparkSubmit.installed(System.getenv(), Home.ofEnvironment().folder());
    }

    private RunningStudy here(long study, Consumer<StudySnapshot> live) throws DataException {
        return studies.open(services, study, data(study), training, new StudyListener() {
            @Override
            public void snapshot(StudySnapshot snapshot) {
                live.accept(snapshot);
            }
        });
    }

    private Dataset data(long study) throws DataException {
        Session.Opened open = opened.get();
        if (open == null || !open.dataset().has(studies.spec(study).base().fingerprint())) {
            throw new DataException(
                    Text.of("tune.data", studies.spec(study).base().dataName()), Text.of("tune.data.remedy"));
        }
        return open.dataset();
    }

    @Override
    public void leave(long study) {
        leaving.getOrDefault(study, () -> {}).run();
    }
}
