package nl.respijt.demo;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import nl.respijt.aanbieder.Aanbieders;
import nl.respijt.gemeente.Gemeente;
import nl.respijt.lotgenotengroep.GroepService;
import nl.respijt.toegang.Aanvragen;
import nl.respijt.toegang.Account.Identiteit;
import nl.respijt.toegang.AccountResultaat;
import nl.respijt.toegang.Accounts;
import nl.respijt.toegang.Accounts.Nieuw;
import nl.respijt.toegang.Rol;

/** Made-up people with access, and one who asks for it, so that the beheerder's pages are not empty; once. */
@Singleton
@Requires(property = "respijt.demo", value = "true")
public final class DemoAccounts {
    private static final String UITGEVER = "https://inloggen.voorbeeld.example";
    private static final String BEHEERDER = "beheerder@voorbeeld.example";

    private final Accounts accounts;
    private final Aanvragen aanvragen;
    private final Gemeente gemeente;
    private final GroepService groepen;
    private final Aanbieders aanbieders;

    DemoAccounts(
            Accounts accounts, Aanvragen aanvragen, Gemeente gemeente, GroepService groepen, Aanbieders aanbieders) {
        this.accounts = accounts;
        this.aanvragen = aanvragen;
        this.gemeente = gemeente;
        this.groepen = groepen;
        this.aanbieders = aanbieders;
    }

    public void maak() {
        maakCoordinatoren();
        maakAanbieders();
        if (!accounts.metEmail(BEHEERDER).isEmpty()) {
            return;
        }
        accounts.maak(viaOrganisatie(Rol.BEHEERDER, "Voorbeeld Beheerder", BEHEERDER));
        accounts.maak(viaOrganisatie(Rol.MAKELAAR, "Voorbeeld Makelaar", "makelaar@voorbeeld.example"));
        accounts.maak(viaOrganisatie(Rol.GEMEENTE, "Voorbeeld Beleidsmedewerker", "gemeente@voorbeeld.example"));
        accounts.maak(Nieuw.van(Rol.VERWIJZER, "Voorbeeld Praktijkondersteuner", "verwijzer@voorbeeld.example")
                .bij("Voorbeeld Huisartsen"));
        accounts.maak(Nieuw.van(Rol.GROEPSCOORDINATOR, "Voorbeeld Coördinator", "coordinator@voorbeeld.example"));
        aanvragen.doe(new Identiteit(UITGEVER, "nieuw"), "Voorbeeld Nieuwe Collega", "nieuw@voorbeeld.example");
    }

    /** One for each group of the file, who leads it. */
    private void maakCoordinatoren() {
        var bestaande = groepen.alle();
        for (var wie : DemoPersonen.coordinatoren(gemeente)) {
            if (accounts.metEmail(wie.email()).isEmpty()
                    && accounts.maak(Nieuw.van(Rol.GROEPSCOORDINATOR, wie.naam(), wie.email()))
                            instanceof AccountResultaat.Gedaan(var account)) {
                bestaande.stream()
                        .filter(groep -> groep.naam().equals(wie.groep().naam()))
                        .forEach(groep -> groepen.koppel(groep.id(), account.id()));
            }
        }
    }

    /** One for each provider of the file, who acts for it. */
    private void maakAanbieders() {
        for (var naam : DemoPersonen.aanbieders(gemeente)) {
            var email = DemoPersonen.aanbiederEmail(naam);
            if (accounts.metEmail(email).isEmpty()
                    && accounts.maak(Nieuw.van(Rol.AANBIEDER, naam, email).bij(naam))
                            instanceof AccountResultaat.Gedaan(var account)) {
                aanbieders.koppelAccount(account.id());
            }
        }
    }

    private static Nieuw viaOrganisatie(Rol rol, String naam, String email) {
        return Nieuw.van(rol, naam, email).met(new Identiteit(UITGEVER, email));
    }
}
