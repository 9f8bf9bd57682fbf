package nl.respijt.kortverblijf;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.aanbieder.Bevestigtermijn;
import nl.respijt.boeking.Antwoorden;
import nl.respijt.boeking.Antwoorden.Eerder;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Code;
import nl.respijt.boeking.Geschiedenis.Gebeurtenis;
import nl.respijt.boeking.Reeksen;
import nl.respijt.boeking.Reeksen.Gegadigde;
import nl.respijt.boeking.Zoekdeel;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.AanmeldResultaat.Aangemeld;
import nl.respijt.kortverblijf.AanmeldResultaat.Antwoord;
import nl.respijt.kortverblijf.Intake.Urgentie;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Status;
import nl.respijt.kortverblijf.Verblijfsaanmelding.Wmostand;
import nl.respijt.mantelzorger.MantelzorgerId;
import nl.respijt.tijd.Id;
import nl.respijt.tijd.Klok;
import org.jdbi.v3.core.Handle;

/**
 * Intakes for a stay, from the first question on: kept, held against the rules of every house, and sent at once to each that
 * can take them.
 */
@Singleton
public final class Aanmeldingen {
    /** So many open at once for whom we never saw that the contact is theirs. */
    static final int MAX_OPEN = 10;

    /** domain.md: a provider accepts or declines within two working days. */
    static final int WERKDAGEN = 2;

    private final Transacties transacties;
    private final AanmeldingRepository aanmeldingen;
    private final AanbiedingRepository aanbiedingen;
    private final Uitkomsten uitkomsten;
    private final Verblijfpost post;
    private final Bevestigtermijn termijn;
    private final Reeksen reeksen;
    private final Antwoorden antwoorden;
    private final Klok klok;

    Aanmeldingen(
            Transacties transacties,
            AanmeldingRepository aanmeldingen,
            AanbiedingRepository aanbiedingen,
            Uitkomsten uitkomsten,
            Verblijfpost post,
            Bevestigtermijn termijn,
            Reeksen reeksen,
            Antwoorden antwoorden,
            Klok klok) {
        this.transacties = transacties;
        this.aanmeldingen = aanmeldingen;
        this.aanbiedingen = aanbiedingen;
        this.uitkomsten = uitkomsten;
        this.post = post;
        this.termijn = termijn;
        this.reeksen = reeksen;
        this.antwoorden = antwoorden;
        this.klok = klok;
    }

    public Optional<Verblijfsaanmelding> find(UUID id) {
        return transacties.lees(handle -> aanmeldingen.find(handle, id));
    }

    /** Of one person what is not over: houses can answer, or a stay is to come. */
    public List<Verblijfsaanmelding> lopende(MantelzorgerId wie) {
        return transacties.lees(handle -> aanmeldingen.lopende(handle, wie, klok.vandaag()));
    }

    /** Those with this in the name, the address, the phone number or the code, for the desk; the newest first. */
    public List<Verblijfsaanmelding> zoek(String getypt, int hoogstens) {
        return transacties.lees(handle -> aanmeldingen.zoek(handle, Zoekdeel.van(getypt), hoogstens));
    }

    /** The nights of each, by its id: those that are agreed, else those they asked for. */
    public Map<UUID, Verblijf> nachten(List<Verblijfsaanmelding> van) {
        var nachten = van.stream().collect(Collectors.toMap(Verblijfsaanmelding::id, Verblijfsaanmelding::verblijf));
        nachten.putAll(transacties.lees(handle -> aanbiedingen.afgesproken(handle, nachten.keySet())));
        return nachten;
    }

    /** The newest of one person, whatever became of it. */
    public Optional<Verblijfsaanmelding> laatste(MantelzorgerId wie) {
        return transacties.lees(handle -> aanmeldingen.laatste(handle, wie));
    }

    /** What they answered; empty once it was wiped. */
    public Optional<Intake> intake(UUID id) {
        return transacties.lees(handle -> aanmeldingen.intake(handle, id));
    }

    /** What every house can do now, the best first; nothing once it was wiped. */
    public List<Uitkomst> uitkomst(UUID id) {
        return transacties.lees(handle -> aanmeldingen
                .intake(handle, id)
                .map(intake -> uitkomsten.voor(handle, id, intake))
                .orElse(List.of()));
    }

    /** Every step with its time and who took it, the first one first. */
    public List<Gebeurtenis> stappen(UUID id) {
        return transacties.lees(handle -> post.stappen(handle, id));
    }

    /** What was offered, the first one first. */
    public List<Aanbieding> aanbiedingen(UUID id) {
        return transacties.lees(handle -> aanbiedingen.van(handle, id));
    }

    /** The houses that were asked, and what each did. */
    public List<Uitzetting> uitzettingen(Verblijfsaanmelding aanmelding) {
        return transacties.lees(handle -> aanbiedingen.uitzettingen(handle, aanmelding));
    }

    /** Another law pays: one more who was shown that road, and nothing else of them. */
    public void telDoorverwijzing(String route) {
        transacties.schrijf(handle -> {
            aanmeldingen.telDoorverwijzing(handle, klok.vandaag(), route);
            return route;
        });
    }

    public AanmeldResultaat meldAan(AanmeldVerzoek verzoek) {
        return meldAan(verzoek, Optional.empty(), (_, _, _) -> {});
    }

    /** What else holds if, and only if, the intake does. */
    @FunctionalInterface
    public interface Daarbij {
        void doe(Handle handle, MantelzorgerId wie, UUID aanmelding);
    }

    /**
     * @param zelf who filled it in signed in; else it is of who is known by the contacts
     * @param daarbij in the transaction of the intake, at its end
     */
    public AanmeldResultaat meldAan(AanmeldVerzoek verzoek, Optional<MantelzorgerId> zelf, Daarbij daarbij) {
        return antwoorden.eenKeer(
                verzoek,
                Antwoord.class,
                Aanmeldingen::eerder,
                (handle, nu) -> meldAan(handle, verzoek, wie(handle, verzoek, zelf, nu), daarbij, nu),
                Set.of("aanmelding_code_uniek"),
                new AanmeldResultaat.NogBezig());
    }

    private static AanmeldResultaat eerder(Eerder<Antwoord> eerder) {
        return switch (eerder) {
            case Eerder.Gegeven<Antwoord>(var _, var antwoord) -> new Aangemeld(antwoord);
            case Eerder.AndereInhoud<Antwoord> _ -> new AanmeldResultaat.AndereInhoud();
        };
    }

    private Gegadigde wie(Handle handle, AanmeldVerzoek verzoek, Optional<MantelzorgerId> zelf, Instant nu) {
        return zelf.filter(id -> !reeksen.wie(handle, verzoek.contact()).id().equals(id))
                .flatMap(id -> reeksen.bekend(handle, verzoek.contact(), id))
                .orElseGet(() -> reeksen.herken(handle, verzoek.contact(), nu));
    }

    private AanmeldResultaat meldAan(
            Handle handle, AanmeldVerzoek verzoek, Gegadigde wie, Daarbij daarbij, Instant nu) {
        if (verzoek.door().equals(BoekVerzoek.DOOR_MANTELZORGER)
                && !wie.ongezien().isEmpty()
                && aanmeldingen.meesteOpen(handle, wie.ongezien()) >= MAX_OPEN) {
            return new AanmeldResultaat.TeVeelOpen();
        }
        reeksen.legVast(handle, wie, nu);
        var intake = verzoek.intake();
        var id = Id.nieuw(nu);
        var gevraagd = teVragen(uitkomsten.voor(handle, id, intake));
        var aanmelding = new Verblijfsaanmelding(
                id,
                wie.id(),
                Code.nieuw(),
                verzoek.naam(),
                verzoek.contact(),
                verzoek.taal(),
                gevraagd.isEmpty() ? Status.INGEDIEND : Status.UITGEZET,
                intake.urgentie(),
                intake.verblijf(),
                Wmostand.van(intake.wmo().woord()),
                intake.wmoNachten(),
                0,
                0,
                nu);
        aanmeldingen.insert(handle, aanmelding, intake, verzoek.begonnenOp(), verzoek.door());
        post.stap(handle, id, Status.INGEDIEND.woord(), verzoek.door(), nu);
        post.aanMantelzorger(handle, aanmelding, Verblijfpost.ONTVANGEN, nu);
        zetUit(handle, aanmelding, gevraagd, verzoek.door(), nu);
        var antwoord = new Antwoord(id, aanmelding.code(), aanmelding.status().woord());
        antwoorden.bewaar(handle, verzoek.sleutel(), verzoek.vingerafdruk(), id, antwoord, nu);
        daarbij.doe(handle, wie.id(), id);
        return new Aangemeld(antwoord);
    }

    /** Those that can take them, on these nights or on others. */
    private static List<Logeerhuis> teVragen(List<Uitkomst> uitkomsten) {
        var huizen = new ArrayList<Logeerhuis>();
        for (var uitkomst : uitkomsten) {
            switch (uitkomst) {
                case Uitkomst.Past _, Uitkomst.AndereNachten _ -> huizen.add(uitkomst.huis());
                case Uitkomst.PastNiet _ -> {}
            }
        }
        return huizen;
    }

    private void zetUit(
            Handle handle, Verblijfsaanmelding aanmelding, List<Logeerhuis> huizen, String door, Instant nu) {
        if (aanmelding.urgentie() == Urgentie.NU) {
            post.aanMakelaar(handle, aanmelding, Verblijfpost.SPOED, nu);
        }
        if (huizen.isEmpty()) {
            post.aanMakelaar(handle, aanmelding, Verblijfpost.ZONDER, nu);
            return;
        }
        var antwoordVoor = antwoordVoor(termijn, aanmelding, nu);
        for (var huis : huizen) {
            aanbiedingen.zetUit(handle, Id.nieuw(nu), aanmelding.id(), huis.id(), antwoordVoor, nu);
            post.bewaak(handle, aanmelding, huis.aanbieder(), huis.id(), antwoordVoor, nu);
        }
        huizen.stream()
                .map(Logeerhuis::aanbieder)
                .distinct()
                .forEach(aanbieder -> post.aanHuis(handle, aanmelding, aanbieder, Verblijfpost.GEVRAAGD, nu));
        post.stap(handle, aanmelding.id(), Status.UITGEZET.woord(), door, nu);
    }

    /** Within two working days, and before the day of arrival is over. */
    static Instant antwoordVoor(Bevestigtermijn termijn, Verblijfsaanmelding aanmelding, Instant nu) {
        return termijn.van(nu, WERKDAGEN, aanmelding.verblijf().eindeVanAankomst());
    }
}
