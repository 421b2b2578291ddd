"""NCF as it is usually written in PyTorch, to measure against: dense gradients, Adam over whole tables, fused where it can be.

python3 plain_ncf.py DEVICE small|full
"""
import sys
import time

import torch
from torch import nn

SECONDS = 4


class Ncf(nn.Module):
    def __init__(self, users, items, gmf, mlp, layers):
        super().__init__()
        self.gmf_user, self.gmf_item = nn.Embedding(users, gmf), nn.Embedding(items, gmf)
        self.mlp_user, self.mlp_item = nn.Embedding(users, mlp), nn.Embedding(items, mlp)
        widths = [2 * mlp] + layers
        self.hidden = nn.Sequential(*[part for k in range(len(layers)) for part in (nn.Linear(widths[k], widths[k + 1]), nn.ReLU())])
        self.output = nn.Linear(layers[-1] + gmf, 1)

    def forward(self, users, items):
        hidden = self.hidden(torch.cat([self.mlp_user(users), self.mlp_item(items)], 1))
        return self.output(torch.cat([hidden, self.gmf_user(users) * self.gmf_item(items)], 1)).flatten()


def measure(name, device, users, items, gmf, mlp, layers, size):
    torch.manual_seed(1)
    model = Ncf(users, items, gmf, mlp, layers).to(device)
    optimizer = torch.optim.Adam(model.parameters(), lr=0.001, fused=True)
    loss = nn.BCEWithLogitsLoss()
    batches = [
        (
            torch.randint(users, (size,), device=device),
            (items * torch.rand(size, device=device) ** 2).long().clamp(max=items - 1),
            (torch.rand(size, device=device) < 0.2).float(),
        )
        for _ in range(3)
    ]

    def step(n):
        optimizer.zero_grad()
        of_users, of_items, labels = batches[n % 3]
        value = loss(model(of_users, of_items), labels)
        value.backward()
        optimizer.step()
        return value.item()

    for n in range(3):
        step(n)
    begun, done = time.perf_counter(), 0
    while time.perf_counter() - begun < SECONDS:
        step(done)
        done += 1
    speed = done * size / (time.perf_counter() - begun)
    print(f"{'plain':<10} | {name:<40} | {size:>9} | {speed:,.0f} examples/s", flush=True)


def main():
    device, small = sys.argv[1].replace("gpu", "cuda:"), sys.argv[2] == "small"
    users, items = (6040, 3706) if small else (138_493, 26_744)
    for size in (256, 4096) if small else (4096, 65_536, 1_048_576):
        for factors in (8, 64):
            layers = [4 * factors, 2 * factors, factors]
            measure(f"{factors} factors", device, users, items, factors, 4 * factors, layers, size)
        if not small:
            measure("notebook", device, users, items, 256, 256, [256, 128], size)


main()
