package dev.nara.djl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.nara.neumf.NeuMfSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is sent to PyTorch; whether it is right, {@link TorchTest} says. */
class StepScriptTest {
    @Test
    void gmfByPlainDescentIsOneGatheringAndOneWriting() {
        String source = StepScript.of(
                new NeuMfSpec(7, 11, 3, 0, 0, List.of(), List.of()), false, List.of("dense", "embeddings"), 0, 1);
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
        String source =
                StepScript.of(spec, true, List.of("dense", "user_embeddings", "item_embeddings"), 13_107, 1.25f);
        assertTrue(source.contains("torch.index_copy_(user_embeddings, 1, user_embeddings_rows,"));
        assertTrue(source.contains("torch.index_copy_(item_embeddings, 1, item_embeddings_rows,"));
        assertTrue(source.contains("kept = torch.mul(torch.ge(lanes, 13107).to(6), 1.25)"));
    }
}
