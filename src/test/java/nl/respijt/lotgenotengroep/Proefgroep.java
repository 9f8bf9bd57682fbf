package nl.respijt.lotgenotengroep;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.respijt.boeking.BoekVerzoek;
import nl.respijt.boeking.Plek;
import nl.respijt.boeking.Proefwens;
import nl.respijt.database.Proefdienst;
import nl.respijt.mantelzorger.Contact;
import nl.respijt.tijd.Dagdelen.Uren;
import nl.respijt.toegang.AccountResultaat;
import nl.respijt.toegang.Accounts;
import nl.respijt.toegang.Rol;
import nl.respijt.web.Taal;

/** Groups for tests: each with a name and a place of its own. */
public final class Proefgroep {
    private final Proefdienst dienst;

    public Proefgroep(Proefdienst dienst) {
        this.dienst = dienst;
    }

    public Lotgenotengroep groep(Ritme ritme, String begin, String eind, boolean zonderSchoolvakanties) {
        var naam = "Proefgroep " + UUID.randomUUID();
        var gemaakt = dienst.bean(GroepService.class)
                .maak(
                        kaart(naam),
                        new Plek("Zuid", "Proefplaats " + UUID.randomUUID(), true),
                        ritme,
                        uren(begin, eind),
                        zonderSchoolvakanties);
        return ((GroepResultaat.Gedaan) gemaakt).groep();
    }

    /** Somebody who is in it; the id of the deelname. */
    public UUID deelnemer(Lotgenotengroep groep) {
        return deelnemer(groep, "Ans", false);
    }

    UUID deelnemer(Lotgenotengroep groep, String naam, boolean iemandMee) {
        var gemeld = dienst.bean(Deelnames.class)
                .meldAan(new DeelnameVerzoek(
                        "proef:" + UUID.randomUUID(),
                        groep.id(),
                        naam,
                        new Contact(Optional.of(Proefwens.nieuwAdres()), Optional.empty()),
                        Optional.empty(),
                        Taal.NL,
                        iemandMee,
                        BoekVerzoek.DOOR_MANTELZORGER));
        return ((DeelnameResultaat.Aangemeld) gemeld).antwoord().id();
    }

    /** Somebody who leads it; the id they sign in with. */
    public UUID coordinator(Lotgenotengroep groep) {
        var email = "coordinator-" + UUID.randomUUID() + "@proef.example";
        var account = (AccountResultaat.Gedaan)
                dienst.bean(Accounts.class).maak(Accounts.Nieuw.van(Rol.GROEPSCOORDINATOR, "Proef", email));
        dienst.bean(GroepService.class).koppel(groep.id(), account.account().id());
        return account.account().id();
    }

    static Uren uren(String begin, String eind) {
        return new Uren(LocalTime.parse(begin), LocalTime.parse(eind));
    }

    static Groepskaart kaart(String naam) {
        return new Groepskaart(
                naam,
                Groepssoort.OVERIG,
                "mensen die proberen",
                "",
                List.of("nl"),
                8,
                Groepsstatus.LOOPT,
                true,
                false,
                false,
                "",
                Optional.empty(),
                Optional.empty());
    }

    static Groepskaart metOpen(Groepskaart kaart, boolean open) {
        return new Groepskaart(
                kaart.naam(),
                kaart.soort(),
                kaart.doelgroep(),
                kaart.uitleg(),
                kaart.talen(),
                kaart.grootte(),
                kaart.status(),
                open,
                kaart.alleenVrouwen(),
                kaart.kennismaking(),
                kaart.afspraken(),
                kaart.hulpNaam(),
                kaart.hulpTelefoon());
    }
}
