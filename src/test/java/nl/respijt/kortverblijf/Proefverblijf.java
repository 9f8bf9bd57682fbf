package nl.respijt.kortverblijf;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.respijt.aanbieder.Aanbieder;
import nl.respijt.aanbieder.Contractdienst;
import nl.respijt.aanbieder.Proefaanbieder;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.database.Proefdienst;
import nl.respijt.database.Transacties;
import nl.respijt.kortverblijf.Logeerhuis.Bed;
import nl.respijt.kortverblijf.Logeerhuis.Huisregels;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.tijd.Klok;
import nl.respijt.toegang.Aanmelding;
import nl.respijt.toegang.Rol;
import nl.respijt.toegang.Sessies;
import nl.respijt.web.Klant;
import nl.respijt.web.Taal;

/** Houses of their own for tests, that take anybody, and who asks them. */
public final class Proefverblijf {
    /** A provider with a house and somebody who acts for it. */
    public record Huis(Aanbieder aanbieder, UUID medewerker, Logeerhuis huis) {
        public Aanmelding aanmelding() {
            return new Aanmelding("proef", "Proef", Rol.AANBIEDER, Optional.of(medewerker), "");
        }

        public String bed(int nummer) {
            return huis.bedden().get(nummer).id().toString();
        }
    }

    /** So many nights the gemeente decides on. */
    static final int WMO = 20;

    private final Proefdienst dienst;

    public Proefverblijf(Proefdienst dienst) {
        this.dienst = dienst;
    }

    public LocalDate vandaag() {
        return dienst.bean(Klok.class).vandaag();
    }

    /** Takes anybody, on any day, contracted for two years. */
    public Huis huis(int bedden) {
        return huis(bedden, EnumSet.allOf(DayOfWeek.class), vandaag().plusYears(2));
    }

    Huis huis(int bedden, Set<DayOfWeek> aankomst, LocalDate contract) {
        var proef = new Proefaanbieder(dienst);
        var aanbieder = proef.zonderOptie(Contractdienst.VERBLIJF, contract.toString());
        return new Huis(aanbieder, proef.medewerker(aanbieder), huis(aanbieder, bedden, aankomst));
    }

    private Logeerhuis huis(Aanbieder aanbieder, int bedden, Set<DayOfWeek> aankomst) {
        return huis(aanbieder, aanbieder.naam(), bedden, aankomst);
    }

    private Logeerhuis huis(Aanbieder aanbieder, String naam, int bedden, Set<DayOfWeek> aankomst) {
        var alles = Regel.vragen().stream()
                .collect(Collectors.toMap(vraag -> vraag, vraag -> Set.copyOf(vraag.antwoorden())));
        var namen = new ArrayList<Bed>();
        for (var n = 0; n < bedden; n++) {
            namen.add(new Bed(UUID.randomUUID(), "P%02d".formatted(n), Set.of("rolstoel")));
        }
        var huis = new Logeerhuis(
                UUID.randomUUID(),
                aanbieder.id(),
                naam,
                "Oost",
                new Huisregels(1, alles, true, aankomst, 1, 21, true, true),
                List.copyOf(namen));
        dienst.bean(Transacties.class)
                .schrijf(handle -> dienst.bean(LogeerhuisRepository.class).insert(handle, huis, false, vandaag()));
        return huis;
    }

    /** An intake of somebody new that a house of this provider has to answer. */
    public UUID gevraagd(Aanbieder aanbieder) {
        var van = vandaag().plusDays(30);
        var id = meldAan(new Verblijf(van, van.plusDays(3)));
        vraag(id, huis(aanbieder, 1, EnumSet.allOf(DayOfWeek.class)));
        return id;
    }

    /** An intake of somebody new. */
    UUID meldAan(Verblijf verblijf) {
        return gast(verblijf, OptionalInt.empty());
    }

    /**
     * An intake of somebody new whom every house of these tests takes.
     *
     * @param nachten that the gemeente decided for them; empty when it did not yet
     */
    public UUID gast(Verblijf verblijf, OptionalInt nachten) {
        var vrij = Proefhuizen.gast(
                "65+ zelf geen zelf geen nee",
                Intake.Urgentie.GEPLAND,
                verblijf.van().toString(),
                verblijf.aantal());
        var intake = new Intake(
                vrij.antwoorden(),
                vrij.urgentie(),
                verblijf,
                0,
                nachten.isPresent() ? Intake.Wmo.TOEGEKEND : Intake.Wmo.GEEN,
                nachten,
                vrij.wensen());
        var adres = "ans-" + UUID.randomUUID() + "@proef.example";
        var verzoek = new AanmeldVerzoek(
                UUID.randomUUID().toString(),
                new byte[32],
                "Ans",
                new Contact(Optional.of(adres), Optional.empty()),
                Taal.NL,
                intake,
                dienst.bean(Klok.class).instant(),
                BoekVerzoek.DOOR_MANTELZORGER);
        var antwoord =
                (AanmeldResultaat.Aangemeld) dienst.bean(Aanmeldingen.class).meldAan(verzoek);
        return antwoord.antwoord().id();
    }

    /** A stay of three nights that is certain, in a house of its own of this provider. */
    public UUID bevestigd(Aanbieder aanbieder) {
        var huis = huis(aanbieder, aanbieder.naam() + " bis", 1, EnumSet.allOf(DayOfWeek.class));
        var van = vandaag().plusDays(30);
        return bevestigd(huis, huis.bedden().getFirst(), new Verblijf(van, van.plusDays(3)));
    }

    /** The same in the first bed of this house. */
    UUID bevestigd(Huis huis, Verblijf verblijf) {
        return bevestigd(huis.huis(), huis.huis().bedden().getFirst(), verblijf);
    }

    /** In this one, counted from nought. */
    public UUID bevestigd(Huis huis, int bed, Verblijf verblijf) {
        return bevestigd(huis.huis(), huis.huis().bedden().get(bed), verblijf);
    }

    /** By what a house and a carer do, without the pages; the gemeente decided on {@link #WMO} nights. */
    private UUID bevestigd(Logeerhuis huis, Bed bed, Verblijf verblijf) {
        var id = geaccepteerd(huis, bed, verblijf);
        dienst.bean(Wmobesluiten.class)
                .legVast(id, Verblijfsaanmelding.Wmostand.TOEGEKEND, OptionalInt.of(WMO), vandaag(), "proef");
        return id;
    }

    /** Chosen, and the gemeente did not decide. */
    UUID geaccepteerd(Huis huis, Verblijf verblijf) {
        return geaccepteerd(huis.huis(), huis.huis().bedden().getFirst(), verblijf);
    }

    private UUID geaccepteerd(Logeerhuis huis, Bed bed, Verblijf verblijf) {
        var id = meldAan(verblijf);
        vraag(id, huis);
        var nu = dienst.bean(Klok.class).instant();
        var aanbieding = new Aanbieding(
                UUID.randomUUID(),
                id,
                huis.id(),
                huis.naam(),
                bed.id(),
                bed.naam(),
                verblijf,
                1,
                Aanbieding.Status.AANGEBODEN,
                nu.plus(Aanbod.GELDIG));
        dienst.bean(Transacties.class).schrijf(handle -> {
            dienst.bean(AanbiedingRepository.class).insert(handle, aanbieding, "proef", nu);
            return id;
        });
        dienst.bean(Aanbiedingen.class).aanvaard(aanbieding.id(), id, BoekVerzoek.DOOR_MANTELZORGER);
        return id;
    }

    /** A second house of the same provider, with beds of the same names. */
    Huis tweede(Huis eerste, String naam) {
        return new Huis(
                eerste.aanbieder(),
                eerste.medewerker(),
                huis(eerste.aanbieder(), naam, 1, EnumSet.allOf(DayOfWeek.class)));
    }

    /** This house has to answer it too. */
    void vraag(UUID aanmelding, Huis huis) {
        vraag(aanmelding, huis.huis());
    }

    private void vraag(UUID aanmelding, Logeerhuis huis) {
        var nu = dienst.bean(Klok.class).instant();
        dienst.bean(Transacties.class).schrijf(handle -> {
            var aanbiedingen = dienst.bean(AanbiedingRepository.class);
            var wie = dienst.bean(AanmeldingRepository.class)
                    .find(handle, aanmelding)
                    .orElseThrow();
            if (aanbiedingen.uitzettingen(handle, wie).stream()
                    .noneMatch(een -> een.huis().equals(huis.id()))) {
                aanbiedingen.zetUit(handle, UUID.randomUUID(), aanmelding, huis.id(), nu, nu);
            }
            return aanmelding;
        });
    }

    /** Signed in as who acts for it. */
    public Klant als(Huis huis) {
        return met(Rol.AANBIEDER, Optional.of(huis.medewerker()));
    }

    public Klant makelaar() {
        return met(Rol.MAKELAAR, Optional.empty());
    }

    private Klant met(Rol rol, Optional<UUID> persoon) {
        return new Klant(dienst).met(dienst.bean(Sessies.class).open("proef-" + rol.woord(), "Proef", rol, persoon));
    }

    /** The token that the forms of whoever is signed in carry; it stands above every page. */
    public static String csrf(Klant wie) {
        var pagina = wie.haal("/privacy").tekst();
        var begin = pagina.indexOf("name=\"csrf\" value=\"") + "name=\"csrf\" value=\"".length();
        return pagina.substring(begin, pagina.indexOf('"', begin));
    }

    /** The intake as JSON, of somebody new. */
    public static String intake(LocalDate van, LocalDate tot) {
        return intake("ans-" + UUID.randomUUID() + "@proef.example", van, tot);
    }

    static String intake(String email, LocalDate van, LocalDate tot) {
        return """
                {"wie": {"naam": "Ans", "email": "%s"}, "leeftijd": "65+", "urgentie": "gepland", "van": "%s", "tot": "%s",
                 "flexibeleDagen": 0, "wlz": "nee", "wmo": "toegekend", "wmoNachten": 10, "mobiliteit": "zelf",
                 "nachtzorg": "geen", "medicatie": "zelf", "onrust": "geen", "dementie": "nee",
                 "wensen": {"wijk": "Oost", "opmerking": "Houdt van rummikub"}}""".formatted(email, van, tot);
    }
}
