package dev.nara.neumf;

import dev.nara.algorithm.Algorithm;
import dev.nara.algorithm.Essential;
import dev.nara.algorithm.Fitting;
import dev.nara.algorithm.Parameter;
import dev.nara.algorithm.Preset;
import dev.nara.algorithm.SearchRange;
import dev.nara.text.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The hyper-parameters of the three models, and their presets. Defaults are the paper's 8 factors. */
final class NeuMfParameters {
    static final String PRETRAIN_EPOCHS = "pretrain_epochs";
    static final String PRECISION = "precision";
    static final String PARTS = "parts";
    private static final int LARGEST_DIMENSION = 4096;

    private NeuMfParameters() {}

    static List<Parameter> of(boolean gmf, boolean mlp) {
        List<Parameter> list = new ArrayList<>();
        if (gmf) {
            list.add(dimension("gmf_dimension", "8", true));
        }
        if (mlp) {
            list.add(dimension("mlp_user_dimension", "32", !gmf));
            list.add(dimension("mlp_item_dimension", "32", !gmf));
            list.add(new Parameter.Sizes("layers", "32-16-8")
                    .searched(SearchRange.ladder("16", "32", "32-16", "32-16-8", "64-32", "64-32-16", "128-64")));
            list.add(new Parameter.Real("dropout", "0", 0, 0.9)
                    .searched(SearchRange.linear(0, 0.5, 0.05).onDemand()));
            list.add(new Parameter.Features("features", "")
                    .searched(SearchRange.knownColumns().onDemand()));
        }
        list.add(new Parameter.Choice("initialisation", "paper", List.of("paper", "notebook")));
        examples(list);
        optimisation(list, mlp);
        list.add(new Parameter.Suggested(
                Fitting.START_FROM, Text.of("parameter.range.runs"), "[1-9]\\d{0,8}(,[1-9]\\d{0,8})?"));
        if (gmf && mlp) {
            pretraining(list);
        }
        return List.copyOf(list);
    }

    private static Parameter dimension(String name, String defaultValue, boolean usual) {
        SearchRange range = SearchRange.ladder("8", "16", "32", "64", "128");
        return new Parameter.Whole(name, defaultValue, 1, LARGEST_DIMENSION).searched(usual ? range : range.onDemand());
    }

    private static void examples(List<Parameter> list) {
        List<String> positives = List.of("pairs", "views");
        list.add(new Parameter.Suggested("positives", "pairs", positives, PositiveRule.FORM)
                .searched(SearchRange.words(positives).needing(SearchRange.Needs.REPEATS)));
        list.add(new Parameter.Real("recency_half_life", "0", 0, 10_000)
                .searched(SearchRange.ladder("7", "14", "30", "60", "120", "240", "0")
                        .needing(SearchRange.Needs.DATES)));
        list.add(new Parameter.Whole("negatives", "4", 0, 1000).searched(SearchRange.log(2, 32)));
        list.add(new Parameter.Choice("negative_draw", "each-epoch", List.of("each-epoch", "once")));
        list.add(new Parameter.Choice("negatives_from", "unseen", List.of("unseen", "all")));
        list.add(new Parameter.Choice("shuffle", "examples", List.of("examples", "positives")));
    }

    private static void optimisation(List<Parameter> list, boolean mlp) {
        list.add(new Parameter.Whole(Fitting.BATCH_SIZE, "256", 1, 1 << 20)
                .searched(SearchRange.ladder("128", "256", "512", "1024", "2048", "4096")
                        .onDemand()));
        list.add(new Parameter.Choice("optimizer", "adam", List.of("adam", "sgd")));
        list.add(new Parameter.Real("learning_rate", "0.001", 1e-7, 10).searched(SearchRange.log(3e-4, 3e-2)));
        list.add(new Parameter.Real("learning_rate_decay", "1", 0.01, 1)
                .searched(SearchRange.linear(0.9, 1, 0.01).onDemand()));
        list.add(new Parameter.Real("weight_decay", "0", 0, 10).searched(SearchRange.zeroOrLog(1e-7, 1e-3)));
        list.add(new Parameter.Whole("average_from", "0", 0, 100_000)
                .searched(SearchRange.ladder("0", "4", "8", "16").onDemand()));
        list.add(new Parameter.Choice("loss", "mean", List.of("mean", "sum")));
        if (mlp) {
            list.add(
                    new Parameter.Choice(PRECISION, Precision.FLOAT32.toString(), Precision.names(), Optional.empty()));
        }
        list.add(new Parameter.Whole(PARTS, "1", 1, 1024));
    }

    /** Whether to pretrain is not searched; if the settings pretrain, its parameters are. */
    private static void pretraining(List<Parameter> list) {
        list.add(new Parameter.Whole(PRETRAIN_EPOCHS, "0", 0, 1000)
                .searched(SearchRange.ladder("0", "6", "12", "18").onDemand()));
        list.add(new Parameter.Real("pretrain_learning_rate", "0.001", 1e-7, 10)
                .searched(SearchRange.log(3e-4, 1e-2).switchedBy(PRETRAIN_EPOCHS)));
        list.add(new Parameter.Real("pretrain_mlp_weight_decay", "0", 0, 10)
                .searched(SearchRange.zeroOrLog(1e-7, 1e-4).switchedBy(PRETRAIN_EPOCHS)));
        list.add(new Parameter.Real("pretrain_alpha", "0.5", 0, 1)
                .searched(SearchRange.linear(0.1, 0.9, 0.05).switchedBy(PRETRAIN_EPOCHS)));
    }

    /** Each group by its first parameter; those before belong to the model. */
    private static final Map<String, String> GROUPS =
            Map.of("positives", "examples", Fitting.BATCH_SIZE, "optimisation", Fitting.START_FROM, "start");

    static List<Algorithm.Group> groups(List<Parameter> all) {
        List<Algorithm.Group> groups = new ArrayList<>();
        int from = 0;
        String name = "model";
        for (int n = 0; n < all.size(); n++) {
            String next = GROUPS.get(all.get(n).name());
            if (next != null) {
                groups.add(new Algorithm.Group(name, all.subList(from, n)));
                from = n;
                name = next;
            }
        }
        groups.add(new Algorithm.Group(name, all.subList(from, all.size())));
        return groups;
    }

    /** The sizes, the layers, and the most influential parameters of examples and optimiser. */
    static List<Essential> essentials(boolean gmf, boolean mlp) {
        List<List<String>> sizes = new ArrayList<>();
        List<Essential> list = new ArrayList<>();
        if (gmf) {
            sizes.add(List.of("gmf_dimension"));
        }
        if (mlp) {
            sizes.add(List.of("mlp_user_dimension", "mlp_item_dimension"));
        }
        list.add(Essential.sizes(sizes));
        if (mlp) {
            list.add(Essential.of("layers"));
        }
        list.add(Essential.of("negatives"));
        list.add(Essential.of("learning_rate"));
        return List.copyOf(list);
    }

    static List<Preset> presets(boolean gmf, boolean mlp) {
        Set<String> names = of(gmf, mlp).stream().map(Parameter::name).collect(Collectors.toSet());
        return List.of(fast(), service(), paper(8), paper(16), paper(32), paper(64), movieLens(), notebook()).stream()
                .filter(p -> !p.settings().containsKey(PRETRAIN_EPOCHS) || names.contains(PRETRAIN_EPOCHS))
                .map(p -> only(p, names))
                .toList();
    }

    private static Preset only(Preset preset, Set<String> names) {
        Map<String, String> settings = new LinkedHashMap<>(preset.settings());
        settings.keySet().retainAll(names);
        return new Preset(preset.name(), settings);
    }

    /** The paper's predictive factors f: GMF f, embeddings 4f each, layers 8f-4f-2f-f counted from the input on. */
    private static Preset paper(int factors) {
        return Preset.of(
                "paper-" + factors,
                "gmf_dimension=" + factors,
                "mlp_user_dimension=" + (4 * factors),
                "mlp_item_dimension=" + (4 * factors),
                "layers=" + 4 * factors + "-" + 2 * factors + "-" + factors);
    }

    /** Chosen on a validation part of MovieLens-1M; a large GMF with weight decay, a small MLP, both pretrained. */
    private static Preset movieLens() {
        return Preset.of(
                "movielens",
                "gmf_dimension=128",
                "mlp_user_dimension=32",
                "mlp_item_dimension=32",
                "layers=32-16-8",
                "negatives=8",
                "batch_size=512",
                "optimizer=sgd",
                "learning_rate=0.01",
                "learning_rate_decay=0.97",
                "weight_decay=0.00001",
                "average_from=8",
                "pretrain_epochs=18",
                "pretrain_mlp_weight_decay=0.00001",
                "pretrain_alpha=0.85");
    }

    /** The competition notebook; its 256 users a batch are some 65,536 examples here. */
    private static Preset notebook() {
        return Preset.of(
                "notebook",
                "gmf_dimension=256",
                "mlp_user_dimension=256",
                "mlp_item_dimension=256",
                "layers=256-128",
                "dropout=0.05",
                "features=item.genre_mid:14, user.age",
                "initialisation=notebook",
                "negatives=100",
                "negative_draw=once",
                "shuffle=positives",
                "batch_size=65536",
                "learning_rate=0.0025",
                "loss=sum");
    }

    /** Chosen on the validation part of the synthetic service folder at full scale, split by time. */
    private static Preset service() {
        return Preset.of(
                "service",
                "gmf_dimension=64",
                "mlp_user_dimension=64",
                "mlp_item_dimension=64",
                "layers=64-32",
                "positives=views",
                "recency_half_life=30",
                "negatives=20",
                "batch_size=4096");
    }

    /** Small and quick, for the bundled sample and chosen on its validation part; users come back, so every view counts. */
    private static Preset fast() {
        return Preset.of(
                "fast",
                "gmf_dimension=32",
                "mlp_user_dimension=32",
                "mlp_item_dimension=32",
                "layers=32-16",
                "positives=views",
                "negatives=20",
                "batch_size=1024",
                "learning_rate=0.003");
    }
}
