package nl.respijt.inzage;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.database.Transacties;
import nl.respijt.recht.Handeling;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Toegang;
import org.jdbi.v3.core.Handle;

/**
 * The record of who saw whose data. Call {@link #noteer} with what is about to be shown, before it is shown: when it
 * throws there is no answer. The chain of a day is one row that writers take in turn; reads by staff are few, and no
 * booking waits for it.
 */
@Singleton
public final class Inzageboek {
    /** So long a typed reason opens the same person again for the same makelaar. */
    private static final Duration REDEN_GELDT = Duration.ofHours(1);

    private static final int MAX_REGELS = 1000;
    private static final String NUMMER = "nl.respijt.verzoeknummer";

    private final Transacties transacties;
    private final InzageRepository regels;
    private final Toegang toegang;
    private final Klok klok;
    private final String organisatie;

    Inzageboek(
            Transacties transacties,
            InzageRepository regels,
            Toegang toegang,
            Klok klok,
            @Value("${respijt.inzage.organisatie}") String organisatie) {
        this.transacties = transacties;
        this.regels = regels;
        this.toegang = toegang;
        this.klok = klok;
        this.organisatie = organisatie;
    }

    /** Who asks, with the number of this request. */
    public Kijker kijker(HttpRequest<?> verzoek) {
        var wie = toegang.wie(verzoek);
        var nummer = verzoek.getAttribute(NUMMER, UUID.class).orElseGet(() -> {
            var nieuw = Id.nieuw(klok.instant());
            verzoek.setAttribute(NUMMER, nieuw);
            return nieuw;
        });
        return new Kijker(wie.slug(), wie.naam(), wie.rol(), organisatie, nummer);
    }

    /**
     * One thing of one person, opened with its key: a line when whoever asks is signed in as somebody else. Who holds the
     * key and is not signed in is taken for the person.
     */
    public void noteerMetSleutel(HttpRequest<?> verzoek, Handeling handeling, Gezien gezien) {
        toegang.van(verzoek).filter(wie -> !isZelf(wie, gezien.betrokkene())).ifPresent(wie -> {
            var waarom = wie.rol() == Rol.MAKELAAR ? Waarom.voorMantelzorger() : Waarom.om(Grond.SLEUTEL);
            noteer(kijker(verzoek), handeling, waarom, List.of(gezien));
        });
    }

    private static boolean isZelf(Aanmelding wie, UUID betrokkene) {
        return wie.rol() == Rol.MANTELZORGER
                && wie.persoonId().filter(betrokkene::equals).isPresent();
    }

    /** A line for each thing of each person that is about to be shown; the same thing twice is one line. */
    public void noteer(Kijker kijker, Handeling handeling, Waarom waarom, Collection<Gezien> gezien) {
        if (!gezien.isEmpty()) {
            transacties.schrijf(handle -> {
                schrijf(handle, kijker, handeling, waarom, gezien);
                return gezien.size();
            });
        }
    }

    /** The same, in a transaction of the caller's. */
    public void schrijf(Handle handle, Kijker kijker, Handeling handeling, Waarom waarom, Collection<Gezien> gezien) {
        if (gezien.isEmpty()) {
            return;
        }
        var nu = klok.instant();
        var dag = LocalDate.ofInstant(nu, ZoneOffset.UTC);
        var stand = regels.neemBeurt(handle, dag);
        var nummer = stand.regels();
        var vorige = stand.slot();
        var batch = regels.batch(handle);
        for (var een : new LinkedHashSet<>(gezien)) {
            var regel = regel(++nummer, dag, nu, kijker, handeling, waarom, een);
            var hash = regel.hash(vorige);
            batch.bindMethods(regel).bind("vorige", vorige).bind("hash", hash).add();
            vorige = hash;
        }
        batch.execute();
        regels.geefBeurt(handle, dag, new InzageRepository.Stand(nummer, vorige));
    }

    private static Regel regel(
            long nummer, LocalDate dag, Instant nu, Kijker kijker, Handeling handeling, Waarom waarom, Gezien gezien) {
        return new Regel(
                dag,
                nummer,
                nu,
                waarom.soort().woord(),
                kijker.slug(),
                kijker.naam(),
                kijker.rol().woord(),
                kijker.organisatie(),
                waarom.namens().orElse(null),
                gezien.betrokkene(),
                gezien.ding().woord(),
                gezien.dingId().orElse(null),
                handeling.name(),
                waarom.grond().woord(),
                waarom.reden().orElse(null),
                kijker.verzoek());
    }

    /** Who looked at this person's data from {@code van} and before {@code tot}, newest first. */
    public List<Inzage> over(UUID mantelzorger, Instant van, Instant tot) {
        return transacties.lees(handle -> regels.over(handle, mantelzorger, van, tot, MAX_REGELS));
    }

    /** The newest openings for which a reason had to be typed, by whomever. */
    public List<Inzage> geopend(int hoogstens) {
        return transacties.lees(handle -> regels.geopend(handle, hoogstens));
    }

    /** The reason this person typed a short while ago to open that one. */
    public Optional<String> reden(Kijker kijker, UUID mantelzorger) {
        var sinds = klok.instant().minus(REDEN_GELDT);
        return transacties.lees(handle -> regels.reden(handle, kijker.slug(), mantelzorger, sinds));
    }
}
