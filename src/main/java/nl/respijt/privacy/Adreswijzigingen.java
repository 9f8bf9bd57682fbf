package nl.respijt.privacy;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.bericht.Kanaal;
import nl.respijt.bericht.NieuwBericht;
import nl.respijt.bericht.Postvak;
import nl.respijt.database.Transacties;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.privacy.Correctie.CorrectieResultaat;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.InlogLimiet;
import nl.respijt.toegang.Sleutels;
import nl.respijt.toegang.Sleutels.Doel;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;

/**
 * Another e-mail address for somebody who is signed in. The address is also how they sign in, so it holds from when
 * they type the code that went there by mail; whoever reads the old address hears of it before that.
 */
@Singleton
public final class Adreswijzigingen {
    static final String BEWIJS = "adres-bewijs";
    static final String MELDING = "adres-melding";

    /** In what a message is told about: which change. */
    static final String WELKE = "adreswijziging";

    private static final Duration GELDIG = Duration.ofMinutes(10);

    /** After so many codes the right one is no good either. */
    private static final int POGINGEN = 5;

    private static final String OPEN =
            " bewezen_op is null and verloopt_op >= :nu and pogingen < %d ".formatted(POGINGEN);

    /** What can come of a code. */
    public sealed interface BewijsResultaat {
        record Gewijzigd() implements BewijsResultaat {}

        /** Somebody else is known by this address. */
        record VanEenAnder() implements BewijsResultaat {}

        /** Not this code, or no longer. */
        record NietGeldig() implements BewijsResultaat {}
    }

    /** The shape of a row. */
    public record Wijziging(UUID id, @Nullable String oud, String nieuw, Instant verlooptOp) {
        Optional<String> vorige() {
            return Optional.ofNullable(oud);
        }
    }

    private final Transacties transacties;
    private final Correctie correctie;
    private final Sleutels sleutels;
    private final InlogLimiet limiet;
    private final Postvak postvak;
    private final Klok klok;

    Adreswijzigingen(
            Transacties transacties,
            Correctie correctie,
            Sleutels sleutels,
            InlogLimiet limiet,
            Postvak postvak,
            Klok klok) {
        this.transacties = transacties;
        this.correctie = correctie;
        this.sleutels = sleutels;
        this.limiet = limiet;
        this.postvak = postvak;
        this.klok = klok;
    }

    /**
     * Sends the code. What was asked before is no longer good.
     *
     * @param email normalised
     * @return false when this was asked too often
     */
    public boolean vraag(MantelzorgerId wie, String email) {
        if (!limiet.magBewijzen(wie.waarde(), email)) {
            return false;
        }
        var nu = klok.instant();
        transacties.schrijf(handle -> {
            handle.createUpdate("update adreswijziging set verloopt_op = :voorbij " + "where mantelzorger_id = :wie and"
                            + OPEN)
                    .bind("wie", wie.waarde())
                    .bind("nu", nu)
                    .bind("voorbij", nu.minusSeconds(1))
                    .execute();
            var id = Id.nieuw(nu);
            var oud = correctie.find(handle, wie).flatMap(Correctie.Persoon::email);
            var gemaakt = handle.createUpdate("""
                    insert into adreswijziging (id, mantelzorger_id, oud, nieuw, verloopt_op)
                    select :id, id, :oud, :nieuw, :einde from mantelzorger where id = :wie and gewist_op is null
                    """)
                    .bind("id", id)
                    .bind("wie", wie.waarde())
                    .bind("oud", oud)
                    .bind("nieuw", email)
                    .bind("einde", nu.plus(GELDIG))
                    .execute();
            if (gemaakt == 1) {
                postvak.plaats(handle, berichten(wie, id, oud.isPresent(), nu), nu);
            }
            return id;
        });
        return true;
    }

    private static List<NieuwBericht> berichten(MantelzorgerId wie, UUID id, boolean ookAanOud, Instant nu) {
        var berichten = new ArrayList<NieuwBericht>();
        berichten.add(bericht(BEWIJS, wie, id, nu));
        if (ookAanOud) {
            berichten.add(bericht(MELDING, wie, id, nu));
        }
        return berichten;
    }

    private static NieuwBericht bericht(String soort, MantelzorgerId wie, UUID id, Instant nu) {
        var gegevens = Map.of(WELKE, id.toString());
        return new NieuwBericht(soort, Kanaal.MAIL, wie.waarde(), 0, WELKE + ":" + id, gegevens, nu);
    }

    /** The address of which this person still has to show that it is theirs. */
    public Optional<String> wacht(MantelzorgerId wie) {
        return transacties
                .lees(handle -> handle.createQuery("select id, oud, nieuw, verloopt_op from adreswijziging "
                                + "where mantelzorger_id = :wie and" + OPEN + "order by id desc limit 1")
                        .bind("wie", wie.waarde())
                        .bind("nu", klok.instant())
                        .map(ConstructorMapper.of(Wijziging.class))
                        .findOne())
                .map(Wijziging::nieuw);
    }

    /** One whose mail can still be used, for who is to send that. */
    Optional<Wijziging> findOpen(Handle handle, MantelzorgerId wie, UUID id) {
        return handle.createQuery("select id, oud, nieuw, verloopt_op from adreswijziging "
                        + "where id = :id and mantelzorger_id = :wie and" + OPEN)
                .bind("id", id)
                .bind("wie", wie.waarde())
                .bind("nu", klok.instant())
                .map(ConstructorMapper.of(Wijziging.class))
                .findOne();
    }

    /** @param code eight digits */
    public BewijsResultaat bewijs(MantelzorgerId wie, String code, String door) {
        var nu = klok.instant();
        // In a transaction of its own: an attempt counts, whatever comes of it.
        return transacties
                .schrijf(handle -> probeer(handle, wie, nu)
                        .filter(wijziging -> sleutels.isCode(Doel.ADRESCODE, wijziging.id(), code)))
                .map(wijziging -> pasToe(wie, wijziging, door, nu))
                .orElseGet(BewijsResultaat.NietGeldig::new);
    }

    private static Optional<Wijziging> probeer(Handle handle, MantelzorgerId wie, Instant nu) {
        return handle.createQuery("update adreswijziging set pogingen = pogingen + 1 where mantelzorger_id = :wie and"
                        + OPEN + "returning id, oud, nieuw, verloopt_op")
                .bind("wie", wie.waarde())
                .bind("nu", nu)
                .map(ConstructorMapper.of(Wijziging.class))
                .findFirst();
    }

    private BewijsResultaat pasToe(MantelzorgerId wie, Wijziging wijziging, String door, Instant nu) {
        return switch (correctie.zetEmail(wie, wijziging.id(), wijziging.nieuw(), door, nu)) {
            case CorrectieResultaat.Gecorrigeerd _ -> new BewijsResultaat.Gewijzigd();
            case CorrectieResultaat.VanEenAnder _ -> new BewijsResultaat.VanEenAnder();
            case CorrectieResultaat.Onbekend _, CorrectieResultaat.ContactNodig _ -> new BewijsResultaat.NietGeldig();
        };
    }
}
