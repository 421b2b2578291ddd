package dev.nara.djl;

import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.Precision;
import dev.nara.neumf.SideFeature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The first part of {@link StepScript}: the loss of a batch in TorchScript. */
final class LossScript {
    /** The finaliser of SplittableRandom on each number, as in {@link dev.nara.algorithm.HashedRandom}, with 16 bits per unit. */
    private static final String KEPT = """
            bits = torch.add(torch.unsqueeze(torch.mul(torch.arange(size, device=dense.device), 1048576), 1), columns)
            bits = torch.mul(torch.bitwise_xor(bits, torch.bitwise_and(torch.bitwise_right_shift(bits, 30), 17179869183)), -4658895280553007687)
            bits = torch.mul(torch.bitwise_xor(bits, torch.bitwise_and(torch.bitwise_right_shift(bits, 27), 137438953471)), -7723592293110705685)
            bits = torch.bitwise_xor(bits, torch.bitwise_and(torch.bitwise_right_shift(bits, 31), 8589934591))
            lanes = torch.bitwise_right_shift(torch.unsqueeze(bits, 2), torch.arange(0, 64, 16, device=dense.device))
            lanes = torch.reshape(torch.bitwise_and(lanes, 65535), [size, -1])
            kept = torch.mul(torch.ge(lanes, THRESHOLD).to(6), SCALE)
        """;

    /** PyTorch's codes of number types. */
    private static final String FLOAT = ".to(6)";

    private static final String BFLOAT = ".to(15)";

    private final NeuMfSpec spec;
    private final boolean half;
    private final StringBuilder text = new StringBuilder();
    private final List<Piece> pieces = new ArrayList<>();

    /** Columns of the MLP's input: a category's embedding, or numbers {@code from} … {@code to} - 1 of a side. */
    record Piece(boolean ofUser, int category, int from, int to, int width) {
        String name() {
            return category < 0 ? (ofUser ? "user" : "item") + "_numbers" : "feature" + category;
        }
    }

    LossScript(NeuMfSpec spec, Precision precision) {
        this.spec = spec;
        half = precision == Precision.BFLOAT16;
        planFeatures();
    }

    /** Adjacent numbers of one side form one piece. */
    private void planFeatures() {
        int[] numbers = {0, 0};
        for (int f = 0; f < spec.features().size(); f++) {
            SideFeature feature = spec.features().get(f);
            if (feature.isCategorical()) {
                pieces.add(new Piece(feature.ofUser(), f, 0, 0, feature.width()));
                continue;
            }
            int at = numbers[feature.ofUser() ? 0 : 1]++;
            int last = pieces.size() - 1;
            boolean goesOn = last >= 0 && pieces.get(last).category < 0 && pieces.get(last).ofUser == feature.ofUser();
            int from = goesOn ? pieces.remove(last).from : at;
            pieces.add(new Piece(feature.ofUser(), -1, from, at + 1, at + 1 - from));
        }
    }

    /** Whether users and items share one table, which requires equal embedding widths. */
    static boolean together(NeuMfSpec spec) {
        return spec.mlpUser() == spec.mlpItem();
    }

    /** The conversion to the type in which layers are multiplied. */
    String narrowed() {
        return half ? BFLOAT : "";
    }

    /** The conversion back to float32. */
    String widened() {
        return half ? FLOAT : "";
    }

    /** How sums in that type become float32. */
    String summed() {
        return half ? ", False, dtype=6" : "";
    }

    /** The side features in the order of the MLP's input. */
    List<Piece> pieces() {
        return pieces;
    }

    /**
     * The lines of the script.
     *
     * @param threshold below which 16 random bits drop a unit; 0 for no dropout
     * @param kept the factor for units that are kept
     */
    String lines(int threshold, float kept) {
        line("size = batch.size(1)");
        if (threshold > 0) {
            text.append(KEPT.replace("THRESHOLD", Integer.toString(threshold)).replace("SCALE", Float.toString(kept)));
        }
        takeRows();
        hiddenLayers(threshold > 0);
        loss();
        return text.toString();
    }

    private void line(String form, Object... of) {
        text.append("    ").append(String.format(Locale.ROOT, form, of)).append('\n');
    }

    /** Gathers the embeddings of users and items, and their side features. */
    private void takeRows() {
        if (together(spec)) {
            line("taken = torch.flatten(batch).to(4)");
            line("rows = torch.index_select(torch.select(embeddings, 0, 0), 0, taken)");
            line("user = torch.slice(rows, 0, 0, size)");
            line("item = torch.slice(rows, 0, size)");
        } else {
            line("user_taken = torch.select(batch, 0, 0).to(4)");
            line("item_taken = torch.select(batch, 0, 1).to(4)");
            line("user = torch.index_select(torch.select(user_embeddings, 0, 0), 0, user_taken)");
            line("item = torch.index_select(torch.select(item_embeddings, 0, 0), 0, item_taken)");
        }
        if (pieces.isEmpty()) {
            return;
        }
        if (together(spec)) {
            line("user_taken = torch.slice(taken, 0, 0, size)");
            line("item_taken = torch.sub(torch.slice(taken, 0, size), %d)", spec.users());
        }
        for (Piece piece : pieces) {
            String side = piece.ofUser ? "user" : "item";
            if (piece.category >= 0) {
                String name = piece.name();
                line("%s_taken = torch.index_select(%s_codes, 0, %s_taken)", name, name, side);
                line("%s_rows = torch.index_select(torch.select(%s, 0, 0), 0, %s_taken)", name, name, name);
            }
        }
    }

    static String columns(String of, int from, int to) {
        return "torch.slice(" + of + ", 1, " + from + ", " + to + ")";
    }

    private String weight(int layer) {
        int units = layer == spec.layers().size() ? 1 : spec.layers().get(layer);
        int from = layer == spec.layers().size() ? spec.outputOffset() : spec.weightOffset(layer);
        int before = layer == spec.layers().size() ? spec.outputWidth() : spec.widthBefore(layer);
        return "torch.slice(parameters, 0, " + from + ", " + (from + units * before) + ")";
    }

    private void hiddenLayers(boolean dropout) {
        line("parameters = torch.select(torch.select(dense, 0, 0), 0, 0)");
        if (!spec.layers().isEmpty()) {
            List<String> input = new ArrayList<>();
            input.add(columns("user", spec.gmf(), spec.gmf() + spec.mlpUser()));
            input.add(columns("item", spec.gmf(), spec.gmf() + spec.mlpItem()));
            for (Piece piece : pieces) {
                String numbers =
                        "torch.index_select(" + piece.name() + ", 0, " + (piece.ofUser ? "user" : "item") + "_taken)";
                input.add(piece.category < 0 ? columns(numbers, piece.from, piece.to) : piece.name() + "_rows");
            }
            line("hidden0 = torch.cat([%s], 1)%s", String.join(", ", input), narrowed());
        }
        int unit = 0;
        for (int k = 0; k < spec.layers().size(); k++) {
            int width = spec.layers().get(k);
            int from = spec.biasOffset(k);
            line("weight%d = torch.view(%s, [%d, %d])%s", k, weight(k), width, spec.widthBefore(k), narrowed());
            line("bias%d = torch.slice(parameters, 0, %d, %d)%s", k, from, from + width, narrowed());
            line("hidden%d = torch.relu_(torch.addmm(bias%d, hidden%d, torch.t(weight%d)))", k + 1, k, k, k);
            if (dropout) {
                line("hidden%d = torch.mul_(hidden%d, %s)", k + 1, k + 1, columns("kept", unit, unit + width));
                unit += (width + 3) / 4 * 4;
            }
        }
    }

    private void loss() {
        int last = spec.layers().size();
        if (spec.gmf() > 0) {
            line("user_factors = %s", columns("user", 0, spec.gmf()));
            line("item_factors = %s", columns("item", 0, spec.gmf()));
            line("product = torch.mul(user_factors, item_factors)");
        }
        String top = "hidden" + last + widened();
        line("seen = %s", spec.gmf() == 0 ? top : last == 0 ? "product" : "torch.cat([" + top + ", product], 1)");
        line("output = %s", weight(last));
        int bias = spec.denseSize() - 1;
        line("logits = torch.addmv(torch.slice(parameters, 0, %d, %d), seen, output)", bias, bias + 1);
        line("loss = torch.binary_cross_entropy_with_logits(logits, label, None, None, 2)");
    }
}
