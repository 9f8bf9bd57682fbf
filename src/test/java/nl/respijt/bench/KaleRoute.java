package nl.respijt.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.NonBlocking;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/**
 * A Micronaut with one route that answers at once with nothing: as fast as this server can be. {@code infra/bench} starts
 * it without the service beside it on the classpath, on the port of its only argument.
 */
@Controller("/kaal")
@Requires(property = "bench.kaal")
public final class KaleRoute {
    @NonBlocking
    @Get
    String kaal() {
        return "";
    }

    static void main(String... argumenten) {
        ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .properties(Map.of(
                        "bench.kaal", true,
                        "micronaut.server.port", argumenten[0],
                        "micronaut.netty.event-loops.default.prefer-native-transport", true,
                        "micronaut.netty.event-loops.parent.prefer-native-transport", true))
                .start()
                .getBean(EmbeddedServer.class)
                .start();
        System.out.println("Kaal draait");
    }
}
