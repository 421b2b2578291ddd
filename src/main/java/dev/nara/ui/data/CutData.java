package dev.nara.ui.data;

import dev.nara.data.DataException;
import dev.nara.data.Dataset;
import dev.nara.data.prepare.Derived;
import dev.nara.eval.Protocol;
import dev.nara.spec.SplitPreview;
import dev.nara.split.Split;
import dev.nara.split.Splits;
import java.util.List;
import java.util.Map;

/** A split and its candidates, and the dataset with attributes derived from the training part. */
public record CutData(Split whole, Protocol protocol, Dataset described) {
    /** Made from settings, by name. */
    public static CutData of(Dataset dataset, List<String> derive, Map<String, String> values) throws DataException {
        long seed = Long.parseLong(values.getOrDefault("split_seed", "1"));
        Split split = Splits.split(dataset, values.getOrDefault("split", ""), seed);
        return new CutData(
                split,
                Protocol.of(dataset, split, values.getOrDefault("candidates", ""), seed),
                Derived.apply(dataset, split.train(), derive));
    }

    public SplitPreview preview(Dataset dataset, Map<String, String> values) {
        return SplitPreview.of(dataset, whole, protocol, values);
    }
}
