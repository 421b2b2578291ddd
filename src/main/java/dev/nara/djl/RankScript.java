package dev.nara.djl;

import dev.nara.neumf.NeuMfSpec;
import java.util.Locale;

/** Scores and top items in TorchScript; the first layer is given as the shares of users and items. */
final class RankScript {
    private static final String HEAD = """
        class Step(Module):
          __parameters__ = []
          __buffers__ = []
          training : bool
          def pairs(self: __torch__.Step, users: Tensor, factors: Tensor, rows: Tensor, wanted: Tensor, items: Tensor, item_factors: Tensor, dense: Tensor) -> Tensor:
            tile = LIMIT // PAIRED + 1
            parts = annotate(List[Tensor], [torch.new_empty(factors, [0])])
            at = 0
            while at < wanted.size(0):
              row = torch.slice(rows, 0, at, at + tile)
              item = torch.slice(wanted, 0, at, at + tile)
              seen = torch.mul(torch.index_select(factors, 0, row), torch.index_select(item_factors, 0, item))
              sums = torch.add(torch.index_select(users, 0, row), torch.index_select(items, 0, item))
              parts.append(torch.add_(torch.sum(seen, [1]), self.tower(sums, dense)))
              at = at + tile
            return torch.cat(parts)
          def all(self: __torch__.Step, users: Tensor, factors: Tensor, items: Tensor, item_factors: Tensor, dense: Tensor) -> Tensor:
            count = users.size(0)
            tile = LIMIT // (count * WIDEST) + 1
            parts = annotate(List[Tensor], [])
            at = 0
            while at < items.size(0):
              some = torch.slice(items, 0, at, at + tile)
              sums = torch.add(torch.unsqueeze(users, 1), some)
              parts.append(torch.view(self.tower(torch.flatten(sums, 0, 1), dense), [count, -1]))
              at = at + tile
            return torch.addmm(torch.cat(parts, 1), factors, torch.t(item_factors))
          def forward(self: __torch__.Step, users: Tensor, factors: Tensor, rows: Tensor, without: Tensor, k: Tensor, items: Tensor, item_factors: Tensor, dense: Tensor) -> Tuple[Tensor, Tensor]:
            scores = self.all(users, factors, items, item_factors, dense)
            torch.index_put_(scores, [rows, without], torch.full([], torch.neg(inf), device=dense.device))
            return torch.topk(scores, int(k), 1)
          def tower(self: __torch__.Step, sums: Tensor, dense: Tensor) -> Tensor:
        """;

    private RankScript() {}

    /** The source; it computes at most about {@code limit} numbers per layer at a time. */
    static String of(NeuMfSpec spec, int limit) {
        int widest = spec.layers().stream().mapToInt(Integer::intValue).max().orElse(1);
        StringBuilder text = new StringBuilder(HEAD.replace("LIMIT", Integer.toString(limit))
                .replace("WIDEST", Integer.toString(widest))
                .replace("PAIRED", Integer.toString(Math.max(widest, spec.gmf()))));
        int bias = spec.denseSize() - 1;
        if (spec.layers().isEmpty()) {
            line(text, "return torch.expand(torch.slice(dense, 0, %d, %d), [sums.size(0)])", bias, bias + 1);
            return text.toString();
        }
        line(text, "hidden = torch.relu_(sums)");
        for (int k = 1; k < spec.layers().size(); k++) {
            int units = spec.layers().get(k);
            int from = spec.weightOffset(k);
            int to = spec.biasOffset(k);
            line(
                    text,
                    "weight = torch.view(torch.slice(dense, 0, %d, %d), [%d, %d])",
                    from,
                    to,
                    units,
                    spec.widthBefore(k));
            line(text, "units = torch.slice(dense, 0, %d, %d)", to, to + units);
            line(text, "hidden = torch.relu_(torch.addmm(units, hidden, torch.t(weight)))");
        }
        int output = spec.outputOffset();
        line(
                text,
                "return torch.addmv(torch.slice(dense, 0, %d, %d), hidden, torch.slice(dense, 0, %d, %d))",
                bias,
                bias + 1,
                output,
                output + spec.lastWidth());
        return text.toString();
    }

    private static void line(StringBuilder text, String form, Object... of) {
        text.append("    ").append(String.format(Locale.ROOT, form, of)).append('\n');
    }
}
