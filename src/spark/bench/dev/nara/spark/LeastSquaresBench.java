package dev.nara.spark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.nara.TestServices;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Recommender;
import dev.nara.algorithm.Weights;
import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.Interactions;
import dev.nara.data.Progress;
import dev.nara.data.Recipe;
import dev.nara.spec.PreparedRun;
import dev.nara.spec.RunSpec;
import dev.nara.store.Services;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.spark.ml.recommendation.ALS;
import org.apache.spark.ml.recommendation.ALSModel;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

/**
 * Alternating least squares of this program on Spark beside that of Spark ML: the same training rows, factors and epochs, evaluated
 * alike. {@code mvn -Pspark,spark-ml test -Dtest=LeastSquaresBench -Dnara.bench="DATA SPLIT FACTORS EPOCHS REGULARISATION ML_REGULARISATION
 * ML_ALPHA"}.
 */
class LeastSquaresBench {
    /** Trains both twice, for Java compiles in the first; prints seconds, processor seconds and figures. */
    @Test
    void besideSparksOwn() throws Exception {
        String said = System.getProperty("nara.bench");
        assumeTrue(said != null, "nara.bench says what to train");
        String[] arguments = said.split(" ", -1);
        Services services = TestServices.on(Path.of("target", "bench"));
        Dataset data = services.open(Path.of(arguments[0]), Recipe.USUAL, Progress.NONE)
                .dataset();
        int factors = Integer.parseInt(arguments[2]);
        int epochs = Integer.parseInt(arguments[3]);
        RunSpec spec = RunSpec.draft()
                .data(data.path().toString())
                .format(data.format())
                .split(arguments[1])
                .validation("none")
                .algorithm("ials")
                .values(Map.of(
                        "factors",
                        arguments[2],
                        "regularisation",
                        arguments[4],
                        "confidence",
                        "1",
                        "solver",
                        "cholesky"))
                .seed(1)
                .spec();
        SparkSession session = LocalSpark.session();
        session.sparkContext().setLogLevel("WARN");
        PreparedRun run = PreparedRun.prepare(
                spec,
                data,
                ProgramCommand.services(services, Sessions.context(session)).algorithms());
        for (int time = 0; time < 2; time++) {
            measure("nara", run, () -> own(run, epochs));
            measure("spark-ml", run, () -> {
                ALS als = new ALS()
                        .setRank(factors)
                        .setMaxIter(epochs)
                        .setImplicitPrefs(true)
                        .setRegParam(Double.parseDouble(arguments[5]))
                        .setAlpha(Double.parseDouble(arguments[6]))
                        .setSeed(1);
                return sparks(run, als.setUserCol("user").setItemCol("item").fit(rows(session, run)), factors);
            });
        }
    }

    private static void measure(String name, PreparedRun run, Callable<Recommender> training) throws Exception {
        Recommender learnt = Measured.of(name, training);
        System.out.println(run.evaluator().evaluate(learnt, (done, total) -> {}).means());
    }

    private static Recommender own(PreparedRun run, int epochs) throws DataException {
        try (Fitting fitting = run.start()) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                fitting.epoch((done, total, loss) -> {});
            }
            return fitting.recommender();
        }
    }

    private static org.apache.spark.sql.Dataset<Row> rows(SparkSession session, PreparedRun run) {
        Interactions train = run.split().train();
        List<Row> rows = new ArrayList<>();
        for (int u = 0; u < train.users(); u++) {
            for (int item : train.distinctItems(u)) {
                rows.add(RowFactory.create(u, item, 1f));
            }
        }
        StructType columns = new StructType()
                .add("user", DataTypes.IntegerType)
                .add("item", DataTypes.IntegerType)
                .add("rating", DataTypes.FloatType);
        return session.createDataFrame(Sessions.context(session).parallelize(rows, 8), columns);
    }

    /** Spark ML's factors as a model of this program; users and items that it has not seen have zeros. */
    private static Recommender sparks(PreparedRun run, ALSModel model, int factors) throws DataException {
        int users = run.dataset().users().size();
        int items = run.dataset().items().size();
        Weights weights = new Weights()
                .put("user_factors", table(model.userFactors(), users, factors), users, factors)
                .put("item_factors", table(model.itemFactors(), items, factors), items, factors)
                .put("item_bias", new float[items], items);
        return run.restore(weights);
    }

    private static float[] table(org.apache.spark.sql.Dataset<Row> rows, int count, int factors) {
        float[] table = new float[count * factors];
        for (Row row : rows.collectAsList()) {
            List<Float> numbers = row.getList(1);
            for (int f = 0; f < factors; f++) {
                table[row.getInt(0) * factors + f] = numbers.get(f);
            }
        }
        return table;
    }
}
