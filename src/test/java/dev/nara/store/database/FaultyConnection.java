package dev.nara.store.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** Connections on which something happens before chosen statements: a failure, or a look at what is on disk at that moment. */
public final class FaultyConnection {
    /** Is asked before every statement, counted from 1 since {@link #arm}; what it throws is what the statement fails with. */
    public interface Before {
        void statement(int number) throws Exception;
    }

    private final Before before;
    private boolean armed;
    private int statements;

    public FaultyConnection(Before before) {
        this.before = before;
    }

    /** From now on statements are counted. */
    public void arm() {
        armed = true;
    }

    /** How many statements there were. */
    public int statements() {
        return statements;
    }

    public RunDatabase.Connector connector() {
        return url -> {
            Connection real = DriverManager.getConnection(url);
            return proxy(Connection.class, real);
        };
    }

    private <T> T proxy(Class<T> kind, Object real) {
        return kind.cast(Proxy.newProxyInstance(
                FaultyConnection.class.getClassLoader(), new Class<?>[] {kind}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("execute") && armed) {
                        statements++;
                        before.statement(statements);
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        boolean statement = answer instanceof Statement;
                        return statement ? proxy(method.getReturnType(), answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    /** A statement that fails as on a disk that is full. */
    public static SQLException failure() {
        return new SQLException("no room, says the test");
    }
}
