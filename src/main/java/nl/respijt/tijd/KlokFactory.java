package nl.respijt.tijd;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

@Factory
final class KlokFactory {
    @Singleton
    Klok klok() {
        return new Klok(Clock.systemUTC());
    }
}
