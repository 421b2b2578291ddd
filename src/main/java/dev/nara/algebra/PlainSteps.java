package dev.nara.algebra;

/** Steps as simple loops. */
public class PlainSteps extends PlainProducts implements FactorSteps {
    @Override
    public final float score(float[] users, int u, float[] items, int i, int count) {
        return dot(users, u, items, i, count);
    }

    @Override
    public final float preference(float[] users, int u, float[] items, int p, int n, int count) {
        float sum = 0;
        for (int f = 0; f < count; f++) {
            sum += users[u + f] * (items[p + f] - items[n + f]);
        }
        return sum;
    }

    @Override
    public final void approach(float step, float keep, float[] users, int u, float[] items, int i, int count) {
        for (int f = 0; f < count; f++) {
            float ofUser = users[u + f];
            float ofItem = items[i + f];
            users[u + f] = keep * ofUser + step * ofItem;
            items[i + f] = keep * ofItem + step * ofUser;
        }
    }

    @Override
    public final void prefer(float step, float keep, float[] users, int u, float[] items, int p, int n, int count) {
        for (int f = 0; f < count; f++) {
            float ofUser = users[u + f];
            float ofPositive = items[p + f];
            float ofNegative = items[n + f];
            users[u + f] = keep * ofUser + step * (ofPositive - ofNegative);
            items[p + f] = keep * ofPositive + step * ofUser;
            items[n + f] = keep * ofNegative - step * ofUser;
        }
    }
}
