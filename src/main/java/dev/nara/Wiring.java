package dev.nara;

import dev.nara.baseline.Ease;
import dev.nara.baseline.Ials;
import dev.nara.baseline.LightGcn;
import dev.nara.baseline.NearestNeighbours;
import dev.nara.baseline.OwnFirst;
import dev.nara.baseline.Popularity;
import dev.nara.baseline.SampledFactors;
import dev.nara.bench.Bench;
import dev.nara.bench.OwnRanker;
import dev.nara.data.read.DatasetReader;
import dev.nara.data.read.Datasets;
import dev.nara.data.read.blocks.BlocksReader;
import dev.nara.data.read.delimited.DelimitedReader;
import dev.nara.data.read.duckdb.ParquetReader;
import dev.nara.data.read.json.JsonTableReader;
import dev.nara.data.read.lightgcn.LightGcnReader;
import dev.nara.data.read.mind.MindReader;
import dev.nara.data.read.movielens.MovieLensReader;
import dev.nara.data.read.ncf.NcfReader;
import dev.nara.data.read.netflix.NetflixReader;
import dev.nara.data.read.numpy.NumpyReader;
import dev.nara.data.read.recbole.RecBoleReader;
import dev.nara.data.read.service.ServiceReader;
import dev.nara.data.read.sheets.WorkbookReader;
import dev.nara.data.read.wide.MatrixReader;
import dev.nara.data.read.wide.SequenceReader;
import dev.nara.djl.MxNet;
import dev.nara.djl.OpByOp;
import dev.nara.djl.Torch;
import dev.nara.interchange.CurveFiles;
import dev.nara.neumf.EngineSpeeds;
import dev.nara.neumf.Kernels;
import dev.nara.neumf.NeuMf;
import dev.nara.neumf.NeuMfEngine;
import dev.nara.settings.Home;
import dev.nara.settings.SettingsFile;
import dev.nara.settings.SystemLook;
import dev.nara.spec.Algorithms;
import dev.nara.store.Services;
import dev.nara.store.entry.Environment;
import dev.nara.ui.common.DesktopNotes;
import dev.nara.ui.shell.MainWindow;
import dev.nara.vector.VectorEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;

/** The only class that knows every implementation. */
public final class Wiring {
    /** Where this system property is false, as in tests, the first engine that can be used is taken, whatever the machine does. */
    private static final String MEASURED = "nara.engines.measured";

    private Wiring() {}

    /** Everything the window and the command line work with. */
    public static Services services(Home home) {
        return new Services(
                new Datasets(readers()),
                algorithms(speeds(home)),
                SampleFolder.find(),
                home.workspace(),
                List.of(new CurveFiles(Locale.getDefault())));
    }

    /** Every algorithm where nothing is measured, kept or unpacked, as on one of many machines; engines take so many threads. */
    public static Algorithms algorithms(int threads) {
        return algorithms(EngineSpeeds.unmeasured(List.of(new VectorEngine(threads))));
    }

    private static Algorithms algorithms(EngineSpeeds engines) {
        Kernels scoring = VectorEngine.arithmetic();
        Popularity popularity = Popularity.ofAll();
        OwnFirst ownFirst = new OwnFirst();
        NearestNeighbours itemNeighbours = NearestNeighbours.ofItems();
        Ease ease = new Ease(scoring);
        return new Algorithms(
                List.of(
                        NeuMf.neuMf(engines, scoring),
                        NeuMf.gmf(engines, scoring),
                        NeuMf.mlp(engines, scoring),
                        popularity,
                        Popularity.ofGroups(),
                        ownFirst,
                        itemNeighbours,
                        NearestNeighbours.ofUsers(),
                        ease,
                        new Ials(scoring),
                        SampledFactors.bpr(scoring),
                        SampledFactors.logistic(scoring),
                        new LightGcn(scoring)),
                popularity,
                List.of(ownFirst, itemNeighbours, ease));
    }

    /** The formats, asked in this order. */
    private static List<DatasetReader> readers() {
        return List.of(
                new ServiceReader(),
                new NcfReader(),
                new MovieLensReader(),
                new RecBoleReader(),
                new LightGcnReader(),
                new ParquetReader(),
                new WorkbookReader(),
                new NumpyReader(),
                new NetflixReader(),
                new MindReader(),
                new JsonTableReader(),
                new BlocksReader(),
                new MatrixReader(),
                new SequenceReader(),
                new DelimitedReader());
    }

    /** The engines that train. */
    static List<NeuMfEngine> engines(Home home) {
        return engines(home, torch(home));
    }

    private static List<NeuMfEngine> engines(Home home, Torch torch) {
        return List.of(new VectorEngine(Runtime.getRuntime().availableProcessors()), new MxNet(home.engines()), torch);
    }

    private static Torch torch(Home home) {
        String chosen = new SettingsFile(home.settings()).glance().preferences().torch();
        return new Torch(home.engines(), chosen);
    }

    private static EngineSpeeds speeds(Home home) {
        Torch torch = torch(home);
        List<NeuMfEngine> engines = engines(home, torch);
        return Boolean.parseBoolean(System.getProperty(MEASURED, "true"))
                ? EngineSpeeds.of(
                        engines,
                        new SpeedsFile(home.engines().resolve("speeds.json"), Environment.ofThis() + torch.named()))
                : EngineSpeeds.unmeasured(engines);
    }

    /** All engines, and others to measure them against. */
    static Bench bench(Home home) {
        MxNet mxNet = new MxNet(home.engines());
        Torch torch = torch(home);
        OpByOp pyTorch = OpByOp.pyTorch(torch);
        int cores = Runtime.getRuntime().availableProcessors();
        List<Bench.Ranking> rankings = new ArrayList<>();
        rankings.add(new Bench.Ranking("nara", weights -> new OwnRanker(weights, VectorEngine.arithmetic())));
        if (pyTorch.unavailable().isEmpty()) {
            rankings.add(new Bench.Ranking("pytorch-op-by-op", pyTorch::ranker));
        }
        return new Bench(
                List.of(new VectorEngine(cores), VectorEngine.alone(), mxNet, torch, OpByOp.mxNet(mxNet), pyTorch),
                VectorEngine.arithmetic(),
                rankings);
    }

    /**
     * What the window works with beside the services: a thread for each run that trains, two for loading, exporting and the
     * lists on screen, so that a long export holds up nothing else.
     */
    static MainWindow.Surroundings surroundings(Home home) {
        return new MainWindow.Surroundings(
                new SettingsFile(home.settings()),
                Executors.newFixedThreadPool(2, named("loading")),
                Executors.newCachedThreadPool(named("training")),
                Optional.empty(),
                SystemLook.ofThis(),
                DesktopNotes.ofThis());
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
