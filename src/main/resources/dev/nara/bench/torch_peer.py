"""NeuMF as PyTorch trains it with care: sliced tensors, negatives drawn as tensors, all of Adam in one call.

Answers a line on standard output to each on standard input, and ends with it:
  open USERS ITEMS GMF MLP_USER MLP_ITEM LAYERS POSITIVES NEGATIVES BATCH   a new model on random data: ok
  train SECONDS    trains for so long, the drawing of examples included: examples a second
  product SECONDS  products of matrices on all cores: multiply-adds a second
What cannot be done is answered by a line that begins with "failed".
"""
import sys
import time

import torch
from torch import nn

torch.optim.Adam([nn.Parameter(torch.zeros(1))], fused=True)  # older versions have no such Adam for processors
DRAWN = 1 << 18


class NeuMF(nn.Module):
    def __init__(self, users, items, gmf, mlp_user, mlp_item, layers):
        super().__init__()
        widths = (users, gmf), (items, gmf), (users, mlp_user), (items, mlp_item)
        self.gmf_user, self.gmf_item, self.mlp_user, self.mlp_item = (nn.Embedding(*w) for w in widths)
        for table in (self.gmf_user, self.gmf_item, self.mlp_user, self.mlp_item):
            nn.init.normal_(table.weight, std=0.01)
        parts, width = [], mlp_user + mlp_item
        for layer in layers:
            parts += [nn.Linear(width, layer), nn.ReLU()]
            width = layer
        self.mlp = nn.Sequential(*parts)
        self.out = nn.Linear(width + gmf, 1)

    def forward(self, user, item):
        product = self.gmf_user(user) * self.gmf_item(item)
        hidden = self.mlp(torch.cat([self.mlp_user(user), self.mlp_item(item)], 1))
        return self.out(torch.cat([hidden, product], 1)).squeeze(1)


class Training:
    def __init__(self, users, items, gmf, mlp_user, mlp_item, layers, positives, negatives, batch):
        torch.manual_seed(1)
        self.items, self.negatives, self.batch = items, negatives, batch
        user = torch.arange(users).repeat_interleave(positives)
        item = (items * torch.rand(len(user)) ** 2).long().clamp_(max=items - 1)
        self.pairs = torch.unique(user * items + item)
        self.seen = None
        if users * items <= 400_000_000:
            self.seen = torch.zeros(users * items, dtype=torch.bool)
            self.seen[self.pairs] = True
        self.model = NeuMF(users, items, gmf, mlp_user, mlp_item, layers)
        self.adam = torch.optim.Adam(self.model.parameters(), lr=0.001, fused=True)
        self.loss = nn.BCEWithLogitsLoss()
        self.left = iter(())

    def is_positive(self, pairs):
        if self.seen is not None:
            return self.seen[pairs]
        at = torch.searchsorted(self.pairs, pairs).clamp_(max=len(self.pairs) - 1)
        return self.pairs[at] == pairs

    def batches(self):
        """Positives with their negatives, shuffled, for about a quarter of a million examples."""
        count = self.batch * -(-DRAWN // self.batch)
        positive = self.pairs[torch.randint(len(self.pairs), (-(-count // (self.negatives + 1)),))]
        owner = positive.div(self.items, rounding_mode="floor").repeat_interleave(self.negatives) * self.items
        negative = owner + torch.randint(self.items, owner.shape)
        wrong = self.is_positive(negative).nonzero().squeeze(1)
        while len(wrong):
            negative[wrong] = owner[wrong] + torch.randint(self.items, wrong.shape)
            wrong = wrong[self.is_positive(negative[wrong])]
        pairs = torch.cat([positive, negative])
        labels = torch.zeros(len(pairs))
        labels[: len(positive)] = 1
        order = torch.randperm(len(pairs))[:count]
        pairs, labels = pairs[order], labels[order]
        users = pairs.div(self.items, rounding_mode="floor")
        items = pairs - users * self.items
        return zip(users.split(self.batch), items.split(self.batch), labels.split(self.batch))

    def step(self):
        found = next(self.left, None)
        if found is None:
            self.left = iter(self.batches())
            found = next(self.left)
        users, items, labels = found
        self.adam.zero_grad(set_to_none=True)
        self.loss(self.model(users, items), labels).backward()
        self.adam.step()
        return len(labels)

    def train(self, seconds):
        return rate(seconds, self.step)


def rate(seconds, work):
    begun = now = time.perf_counter()
    done = 0
    while done == 0 or now < begun + seconds:
        done += work()
        now = time.perf_counter()
    return done / (now - begun)


def product(seconds, size=1024):
    left, right, out = torch.randn(size, size), torch.randn(size, size), torch.empty(size, size)

    def work():
        torch.mm(left, right, out=out)
        return size**3

    return rate(seconds, work)


def main():
    print("torch", torch.__version__, flush=True)
    training = None
    for line in sys.stdin:
        word, *rest = line.split()
        try:
            if word == "open":
                training = None
                numbers = [int(n) for n in rest[:5] + rest[6:]]
                layers = [int(n) for n in rest[5].split("-")]
                training = Training(*numbers[:5], layers, *numbers[5:])
                answer = "ok"
            else:
                answer = training.train(float(rest[0])) if word == "train" else product(float(rest[0]))
        except (MemoryError, RuntimeError) as error:
            answer = "failed " + " ".join(str(error).split())
        print(answer, flush=True)


main()
