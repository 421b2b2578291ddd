package dev.nara.search.trials;

import dev.nara.algorithm.Cost;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.run.RunControl;
import dev.nara.search.study.StudyPart;
import dev.nara.search.study.StudySpec;
import dev.nara.search.study.TrialFigures;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSettings;
import dev.nara.spec.RunSpec;
import dev.nara.store.RunStore;
import dev.nara.store.Services;
import dev.nara.store.entry.StudyRun;
import dev.nara.text.Spelling;
import dev.nara.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Trains trials as runs of the workspace, each managed by a thread of this process: where {@link Services#backend} trains them; in this
 * process, within the places of the workspace's queue.
 */
public final class RunTrials implements TrialExecutor {
    /** The share of this process's memory that trainings may take. */
    private static final double ROOM = 0.8;

    private final Services services;
    private final RunStore store;
    private final Dataset dataset;
    private final StudySpec spec;
    private final Executor threads;
    private final TrialFigures figures;
    private final PreparedRun base;
    private final TrialTraining.Means means;
    private final Map<Long, RunControl> controls = new ConcurrentHashMap<>();
    private @Nullable PreparedRun tested;

    /**
     * For a study on that data.
     *
     * @throws DataException if it cannot be split as the study says
     */
    public RunTrials(Services services, RunStore store, Dataset dataset, StudySpec spec, Executor threads)
            throws DataException {
        this.services = services;
        this.store = store;
        this.dataset = dataset;
        this.spec = spec;
        this.threads = threads;
        figures = new StoredTrialFigures(store, spec.goal());
        base = services.prepare(spec.base(), dataset);
        means = new TrialTraining.Means(
                services.backend(), this::prepared, run -> prepared(run).gpus());
    }

    @Override
    public int places() throws DataException {
        return services.backend().places().orElse(store.parallelRuns());
    }

    @Override
    public Plan plan(RunSpec run) {
        int first = Spelling.whole(run.values().getOrDefault("average_from", "0"), 0, Integer.MAX_VALUE)
                .map(Integer::parseInt)
                .orElse(0);
        try {
            PreparedRun prepared = prepared(run);
            prepared.checkStart();
            Optional<Cost> cost = prepared.cost(prepared.spec().values());
            double room = ROOM
                    * services.backend().bytes().orElse(Runtime.getRuntime().maxMemory() / places());
            boolean tooLarge = cost.filter(c -> c.bytes() > room).isPresent();
            Optional<Text> problem = tooLarge
                    ? Optional.of(Text.of("study.too.large", cost.get().bytes() >> 20, (long) room >> 20))
                    : Optional.empty();
            return new Plan(
                    cost.map(Cost::work).orElse(Double.NaN), run.epochs(), Math.max(1, first), problem, tooLarge);
        } catch (DataException e) {
            return new Plan(Double.NaN, run.epochs(), Math.max(1, first), Optional.of(e.problem()), false);
        }
    }

    /** The study's data as runs train on it. */
    private PreparedRun prepared(RunSpec run) throws DataException {
        return (run.fixed() ? tested() : base).trainedAs(run, services.algorithms());
    }

    private synchronized PreparedRun tested() throws DataException {
        PreparedRun made = tested;
        if (made == null) {
            RunSpec fixed = spec.base().change().validation(RunSettings.FIXED).spec();
            made = services.prepare(fixed, dataset);
            tested = made;
        }
        return made;
    }

    @Override
    public List<Known> known(StudyPart part) throws DataException {
        return new KnownRuns(store, base, services.algorithms(), spec).of(part);
    }

    @Override
    public boolean random(String algorithm) {
        try {
            return services.algorithms().algorithm(algorithm).random();
        } catch (DataException e) {
            return true;
        }
    }

    @Override
    public long create(Task task) throws DataException {
        return store.create(task.spec(), new StudyRun(task.study(), task.trial(), task.rungs(), task.test()));
    }

    @Override
    public void train(long run, Task task, int reached, Watch watch) {
        RunControl control = store.requests().control(run);
        controls.put(run, control);
        threads.execute(() -> {
            End end = new TrialTraining(means, store, run, task, reached, watch, control).train();
            controls.remove(run);
            watch.ended(run, end);
        });
    }

    @Override
    public void leave(long run) {
        Optional.ofNullable(controls.get(run)).ifPresent(RunControl::leave);
    }

    @Override
    public double[] users(long run, int epoch) throws DataException {
        return figures.users(run, epoch);
    }

    @Override
    public double[] testUsers(long run) throws DataException {
        return figures.testUsers(run);
    }

    @Override
    public int testLooks(RunSpec run) throws DataException {
        return store.looks()
                .count(tested().trainedAs(run, services.algorithms()).spec());
    }
}
