package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.neumf.NeuMfSpec;
import dev.nara.neumf.Precision;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent to PyTorch; whether it is right, {@link TorchTest} says. */
class StepScriptTest {
    @Test
    void gmfByPlainDescentIsOneGatheringAndOneWriting() {
        NeuMfSpec spec = new NeuMfSpec(7, 11, 3, 0, 0, List.of(), List.of());
        String source = StepScript.of(spec, false, Precision.FLOAT32, List.of("dense", "embeddings"), 0, 1);
        assertEquals("""
              def forward(self: __torch__.Step, batch: Tensor, label: Tensor, rates: Tensor, dense: Tensor, embeddings: Tensor) -> Tensor:
                size = batch.size(1)
                taken = torch.flatten(batch).to(4)
                rows = torch.index_select(torch.select(embeddings, 0, 0), 0, taken)
                user = torch.slice(rows, 0, 0, size)
                item = torch.slice(rows, 0, size)
                parameters = torch.select(torch.select(dense, 0, 0), 0, 0)
                user_factors = torch.slice(user, 1, 0, 3)
                item_factors = torch.slice(item, 1, 0, 3)
                product = torch.mul(user_factors, item_factors)
                seen = product
                output = torch.slice(parameters, 0, 0, 3)
                logits = torch.addmv(torch.slice(parameters, 0, 3, 4), seen, output)
                loss = torch.binary_cross_entropy_with_logits(logits, label, None, None, 2)
                scale = float(rates[3])
                slope = torch.mul_(torch.sub_(torch.sigmoid(logits), label), scale)
                of_seen = torch.outer(slope, output)
                of_product = torch.slice(of_seen, 1, 0)
                of_user = torch.cat([torch.mul(of_product, item_factors)], 1)
                of_item = torch.cat([torch.mul(of_product, user_factors)], 1)
                loss = torch.cpu(loss)
                if bool(torch.isfinite(loss)):
                  torch.index_add_(torch.select(embeddings, 0, 1), 0, taken, torch.cat([of_user, of_item]))
                  embeddings_rows = self.touched(embeddings, taken)
                  embeddings_cells = torch.index_select(embeddings, 1, embeddings_rows)
                  cells = torch.cat([torch.flatten(dense, 1), torch.flatten(embeddings_cells, 1)], 1)
                  slopes = torch.select(cells, 0, 1)
                  torch.cat([torch.mv(torch.t(seen), slope), torch.sum(slope, [0], True)], 0, out=torch.slice(slopes, 0, 0, 4))
                  values = torch.select(cells, 0, 0)
                  torch.add_(slopes, values, alpha=float(rates[1]))
                  torch.add_(values, slopes, alpha=float(rates[0]))
                  torch.zero_(slopes)
                  torch.copy_(dense, torch.view(torch.slice(cells, 1, 0, 4), dense.size()))
                  at = 4
                  count = embeddings_cells.size(1) * embeddings_cells.size(2)
                  torch.index_copy_(embeddings, 1, embeddings_rows, torch.view(torch.slice(cells, 1, at, at + count), embeddings_cells.size()))
                  at = at + count
                return loss
            """, source.substring(source.indexOf("  def forward")));
    }

    @Test
    void usersAndItemsOfDifferentWidthsStandApart() {
        NeuMfSpec spec = new NeuMfSpec(7, 11, 3, 4, 2, List.of(5), List.of());
        String source = StepScript.of(
                spec, true, Precision.FLOAT32, List.of("dense", "user_embeddings", "item_embeddings"), 13_107, 1.25f);
        assertTrue(source.contains("torch.index_copy_(user_embeddings, 1, user_embeddings_rows,"));
        assertTrue(source.contains("torch.index_copy_(item_embeddings, 1, item_embeddings_rows,"));
        assertTrue(source.contains("kept = torch.mul(torch.ge(lanes, 13107).to(6), 1.25)"));
    }

    /** As PyTorch's autocast: products of layers from operands of 16 bits, sums of gradients and all else in 32. */
    @Test
    void layersInBfloat16AreNarrowedBeforeAndWidenedAfter() {
        NeuMfSpec spec = new NeuMfSpec(7, 11, 3, 4, 4, List.of(5, 2), List.of());
        String source = StepScript.of(spec, true, Precision.BFLOAT16, List.of("dense", "embeddings"), 0, 1);
        assertEquals("""
                hidden0 = torch.cat([torch.slice(user, 1, 3, 7), torch.slice(item, 1, 3, 7)], 1).to(15)
                weight0 = torch.view(torch.slice(parameters, 0, 0, 40), [5, 8]).to(15)
                bias0 = torch.slice(parameters, 0, 40, 45).to(15)
                hidden1 = torch.relu_(torch.addmm(bias0, hidden0, torch.t(weight0)))
                weight1 = torch.view(torch.slice(parameters, 0, 45, 55), [2, 5]).to(15)
                bias1 = torch.slice(parameters, 0, 55, 57).to(15)
                hidden2 = torch.relu_(torch.addmm(bias1, hidden1, torch.t(weight1)))
            """, between(source, "    hidden0 =", "    user_factors"));
        assertEquals("""
                of_seen = torch.outer(slope, output)
                above1 = torch.threshold_backward(torch.slice(of_seen, 1, 0, 2).to(15), hidden2, 0)
                of_hidden1 = torch.mm(above1, weight1)
                above0 = torch.threshold_backward(of_hidden1, hidden1, 0)
                of_hidden0 = torch.mm(above0, weight0).to(6)
            """, between(source, "    of_seen =", "    of_product"));
        assertTrue(source.contains("seen = torch.cat([hidden2.to(6), product], 1)"));
        assertTrue(source.contains(
                "torch.flatten(torch.mm(torch.t(above0), hidden0)).to(6), torch.sum(above0, [0], False, dtype=6)"));
    }

    private static String between(String source, String from, String to) {
        return source.substring(source.indexOf(from), source.indexOf(to));
    }
}
