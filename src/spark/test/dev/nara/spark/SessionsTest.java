package dev.nara.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class SessionsTest {
    @Test
    void whetherMachinesAreExcludedIsForWhoeverSubmitsToSay() {
        SparkConf given = new SparkConf(false);
        assertEquals("true", Sessions.excludes(given));
        assertEquals("false", Sessions.excludes(given.set("spark.excludeOnFailure.enabled", "false")));
    }

    @Test
    void aMasterThatIsAwayIsNamedAtOnce() throws Exception {
        String away;
        try (ServerSocket master = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String there = "127.0.0.1:" + master.getLocalPort();
            away = "spark://" + there;
            Sessions.check("spark://" + there);
            Sessions.check("spark://127.0.0.1:1," + there);
        }
        assertEquals(
                "No cluster answers at " + away
                        + ". Start its master, or give the address that the master's page shows.",
                assertThrows(Refused.class, () -> Sessions.check(away)).getMessage());
        Sessions.check("yarn");
    }
}
