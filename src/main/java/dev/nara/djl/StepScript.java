package dev.nara.djl;

import dev.nara.neumf.AdamRates;
import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A training step of one model in TorchScript, so that Java calls PyTorch once per step: the loss, hand-written gradients, and the
 * optimiser on the rows used by the batch. Tables are {@link DeviceTable}s.
 */
final class StepScript {
    private static final String HEAD = """
        class Step(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def touched(self: __torch__.Step, table: Tensor, taken: Tensor) -> Tensor:
            rows = taken
            if taken.size(0) >= table.size(1):
              seen = torch.zeros([table.size(1)], dtype=11, device=table.device)
              rows = torch.flatten(torch.nonzero(torch.index_fill_(seen, 0, taken, 1)))
            return rows
        """;

    private final NeuMfSpec spec;
    private final boolean adam;
    private final boolean together;
    private final LossScript loss;
    /** Expressions of the layers' gradients, in the order of the layers' parameters. */
    private final List<String> ofDense = new ArrayList<>();

    private final List<String> touched = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private int indent = 4;

    private StepScript(NeuMfSpec spec, boolean adam, Precision precision) {
        this.spec = spec;
        this.adam = adam;
        together = LossScript.together(spec);
        loss = new LossScript(spec, precision);
    }

    /**
     * The source.
     *
     * @param precision of the layers' products, forwards and backwards, as in PyTorch's autocast
     * @param inputs the names of inputs after the batch, the rates and, with dropout, the columns' hashes
     * @param threshold below which 16 random bits drop a unit; 0 for no dropout
     * @param kept the factor for units that are kept
     */
    static String of(
            NeuMfSpec spec, boolean adam, Precision precision, List<String> inputs, int threshold, float kept) {
        StepScript script = new StepScript(spec, adam, precision);
        script.forward(inputs, threshold, kept);
        return script.text.toString();
    }

    private void line(String form, Object... of) {
        text.append(" ".repeat(indent))
                .append(String.format(Locale.ROOT, form, of))
                .append('\n');
    }

    private void forward(List<String> inputs, int threshold, float kept) {
        text.append(HEAD).append("  def forward(self: __torch__.Step");
        List<String> all = new ArrayList<>(List.of("batch", "label", "rates"));
        if (threshold > 0) {
            all.add("columns");
        }
        all.addAll(inputs);
        all.forEach(name -> text.append(", ").append(name).append(": Tensor"));
        text.append(") -> Tensor:\n");
        text.append(loss.lines(threshold, kept));
        line("scale = float(rates[3])");
        gradients(threshold > 0, kept);
        line("loss = torch.cpu(loss)");
        optimise();
        indent = 4;
        line("return loss");
    }

    private void gradients(boolean dropout, float kept) {
        int last = spec.layers().size();
        line("slope = torch.mul_(torch.sub_(torch.sigmoid(logits), label), scale)");
        line("of_seen = torch.outer(slope, output)");
        ofDense.add("torch.mv(torch.t(seen), slope)");
        ofDense.add("torch.sum(slope, [0], True)");
        for (int k = last - 1; k >= 0; k--) {
            String above = k == last - 1
                    ? LossScript.columns("of_seen", 0, spec.lastWidth()) + loss.narrowed()
                    : "of_hidden" + (k + 1);
            line("above%d = torch.threshold_backward(%s, hidden%d, 0)", k, above, k + 1);
            if (dropout) {
                line("above%d = torch.mul_(above%d, %s)", k, k, Float.toString(kept));
            }
            ofDense.add(0, "torch.sum(above" + k + ", [0]" + loss.summed() + ")");
            ofDense.add(0, "torch.flatten(torch.mm(torch.t(above" + k + "), hidden" + k + "))" + loss.widened());
            line("of_hidden%d = torch.mm(above%d, weight%d)%s", k, k, k, k == 0 ? loss.widened() : "");
        }
        List<String> ofUser = new ArrayList<>();
        List<String> ofItem = new ArrayList<>();
        if (spec.gmf() > 0) {
            line("of_product = torch.slice(of_seen, 1, %d)", spec.lastWidth());
            ofUser.add("torch.mul(of_product, item_factors)");
            ofItem.add("torch.mul(of_product, user_factors)");
        }
        if (last > 0) {
            ofUser.add(LossScript.columns("of_hidden0", 0, spec.mlpUser()));
            ofItem.add(LossScript.columns("of_hidden0", spec.mlpUser(), spec.mlpUser() + spec.mlpItem()));
        }
        line("of_user = torch.cat([%s], 1)", String.join(", ", ofUser));
        line("of_item = torch.cat([%s], 1)", String.join(", ", ofItem));
    }

    /** Sums gradients by row, updates all used rows at once, and writes them back with zero gradients. */
    private void optimise() {
        line("if bool(torch.isfinite(loss)):");
        indent = 6;
        if (together) {
            touch("embeddings", "taken", "torch.cat([of_user, of_item])");
        } else {
            touch("user_embeddings", "user_taken", "of_user");
            touch("item_embeddings", "item_taken", "of_item");
        }
        int column = spec.mlpUser() + spec.mlpItem();
        for (LossScript.Piece piece : loss.pieces()) {
            if (piece.category() >= 0) {
                touch(
                        piece.name(),
                        piece.name() + "_taken",
                        LossScript.columns("of_hidden0", column, column + piece.width()));
            }
            column += piece.width();
        }
        String flat = touched.stream()
                .map(table -> "torch.flatten(" + table + "_cells, 1)")
                .collect(Collectors.joining(", "));
        line("cells = torch.cat([torch.flatten(dense, 1), %s], 1)", flat);
        line("slopes = torch.select(cells, 0, 1)");
        line("torch.cat([%s], 0, out=torch.slice(slopes, 0, 0, %d))", String.join(", ", ofDense), spec.denseSize());
        line("values = torch.select(cells, 0, 0)");
        if (adam) {
            adam();
        } else {
            line("torch.add_(slopes, values, alpha=float(rates[1]))");
            line("torch.add_(values, slopes, alpha=float(rates[0]))");
        }
        putBack();
    }

    private void putBack() {
        line("torch.zero_(slopes)");
        line("torch.copy_(dense, torch.view(torch.slice(cells, 1, 0, %d), dense.size()))", spec.denseSize());
        line("at = %d", spec.denseSize());
        for (String table : touched) {
            line("count = %s_cells.size(1) * %s_cells.size(2)", table, table);
            line(
                    "torch.index_copy_(%s, 1, %s_rows, torch.view(torch.slice(cells, 1, at, at + count),"
                            + " %s_cells.size()))",
                    table, table, table);
            line("at = at + count");
        }
    }

    /** As in {@link AdamRates}, with the bias correction of the second moment's root moved into the rate and epsilon. */
    private void adam() {
        line("mean = torch.select(cells, 0, 2)");
        line("square = torch.select(cells, 0, 3)");
        line("if float(rates[1]) > 0.:");
        line("  torch.add_(slopes, values, alpha=float(rates[1]))");
        line("torch.lerp_(mean, slopes, %s)", Double.toString(1 - AdamRates.BETA1));
        line(
                "torch.addcmul_(torch.mul_(square, %s), slopes, slopes, value=%s)",
                Double.toString(AdamRates.BETA2), Double.toString(1 - AdamRates.BETA2));
        line("torch.addcdiv_(values, mean, torch.add_(torch.sqrt(square), float(rates[2])), value=float(rates[0]))");
    }

    private void touch(String table, String taken, String gradients) {
        touched.add(table);
        line("torch.index_add_(torch.select(%s, 0, 1), 0, %s, %s)", table, taken, gradients);
        line("%s_rows = self.touched(%s, %s)", table, table, taken);
        line("%s_cells = torch.index_select(%s, 1, %s_rows)", table, table, table);
    }
}
