package nl.respijt.agenda;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import nl.respijt.tijd.Klok;

/** Opens the calendars whose key is kept in the database. */
@Singleton
@Requires(beans = DataSource.class)
final class AgendaSleutelBron implements AgendaBron {
    private static final Pattern VORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Duration NOTEER_HOOGUIT_ELKE = Duration.ofHours(1);

    private final AgendaSleutelRepository sleutels;
    private final Map<AgendaSoort, AgendaInhoud> inhoud;
    private final Klok klok;

    AgendaSleutelBron(AgendaSleutelRepository sleutels, List<AgendaInhoud> inhoud, Klok klok) {
        this.sleutels = sleutels;
        this.inhoud = inhoud.stream().collect(Collectors.toUnmodifiableMap(AgendaInhoud::soort, Function.identity()));
        this.klok = klok;
    }

    @Override
    public Optional<AgendaVoor> herken(String sleutel) {
        if (!VORM.matcher(sleutel).matches()) {
            return Optional.empty();
        }
        return sleutels.findGeldige(Vingerafdruk.van(sleutel).bytes())
                .map(AgendaSleutelRij::sleutel)
                .flatMap(rij -> Optional.ofNullable(inhoud.get(rij.soort()))
                        .flatMap(i -> i.voor(rij.voor()))
                        .map(voor -> new MetSleutel(rij.id(), voor)));
    }

    /** A calendar for as long as its key was not revoked, which may have happened on another instance. */
    private final class MetSleutel implements AgendaVoor {
        private final UUID id;
        private final AgendaVoor voor;

        private MetSleutel(UUID id, AgendaVoor voor) {
            this.id = id;
            this.voor = voor;
        }

        @Override
        public Bereik bereik() {
            return voor.bereik();
        }

        @Override
        public String vervallen() {
            return voor.vervallen();
        }

        @Override
        public Optional<String> stand() {
            return sleutels.countGeldige(id) == 0 ? Optional.empty() : voor.stand();
        }

        @Override
        public Optional<Agenda> agenda() {
            return voor.agenda();
        }

        @Override
        public void opgehaald() {
            var nu = klok.instant();
            sleutels.noteer(id, nu, nu.minus(NOTEER_HOOGUIT_ELKE));
        }
    }
}
