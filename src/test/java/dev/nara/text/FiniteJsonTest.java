package dev.nara.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

class FiniteJsonTest {
    @Test
    void whatIsNoNumberIsLeftOutAndNullInAList() {
        JsonArray list = new JsonArray();
        list.add(1.5);
        list.add(Double.NaN);
        list.add(Double.NEGATIVE_INFINITY);
        JsonObject inner = new JsonObject();
        inner.addProperty("mean", Double.NaN);
        inner.addProperty("error", 0.25f);
        JsonObject object = new JsonObject();
        object.addProperty("words", "NaN");
        object.addProperty("left", Double.POSITIVE_INFINITY);
        object.addProperty("many", 12_345_678_901L);
        object.add("list", list);
        object.add("inner", inner);

        assertEquals(
                "{\"words\":\"NaN\",\"many\":12345678901,\"list\":[1.5,null,null],\"inner\":{\"error\":0.25}}",
                FiniteJson.of(object).toString());
    }
}
