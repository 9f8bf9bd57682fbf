package nl.respijt.beheer;

import java.util.List;

/** What can come of changing who may. */
sealed interface BeheerResultaat {
    record Gedaan() implements BeheerResultaat {}

    /** Then nobody could give a role any more. */
    record LaatsteBeheerder() implements BeheerResultaat {}

    /** There is an account with this address in this role, or of this person. */
    record AlBekend() implements BeheerResultaat {}

    /** Who signs in by mail shows no second step, so they get no role that needs one. */
    record NietPerMail() implements BeheerResultaat {}

    record OrganisatieOntbreekt() implements BeheerResultaat {}

    /** No provider with a contract has that name; what an account may see hangs on it. */
    record GeenAanbieder(List<String> aanbieders) implements BeheerResultaat {
        public GeenAanbieder {
            aanbieders = List.copyOf(aanbieders);
        }
    }

    /** Who can still sign in is blocked first, and seen to be. */
    record EerstBlokkeren() implements BeheerResultaat {}

    record Onbekend() implements BeheerResultaat {}
}
