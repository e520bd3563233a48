const words = (text: string): readonly string[] => text.trim().split(/\s*\n\s*|\s*,\s*/);

/** Families of Lorraine and of everywhere, as school lists show them. */
export const LAST_NAMES: readonly string[] = words(`
  Martin, Schmitt, Weber, Muller, Klein, Petit, Durand, Moreau, Lefèvre, Roux, Fournier, Girard, Bonnet, Lambert, Fontaine, Rousseau, Vincent, Mercier
  Dupont, Blanchard, Guérin, Boyer, Garnier, Chevalier, François, Legrand, Gauthier, Perrin, Robin, Clément, Morin, Nicolas, Henry, Roussel, Mathieu
  Masson, Marchand, Duval, Denis, Dumont, Lemaire, Noël, Meyer, Dufour, Meunier, Brun, Blanc, Barbier, Colin, Vidal, Picard, Aubert, Renard, Royer
  Schneider, Hoffmann, Wagner, Becker, Keller, Jung, Zimmermann, Koch, Thiel, Kieffer, Hesse, Oster, Kremer, Thill, Nicloux, Humbert, Didier, Thouvenin
  Grosjean, Claudel, Vautrin, Mangin, Poirot, Antoine, Jacquot, Marchal, Collignon, Husson, Remy, Simonin, Toussaint, Pierson, Lhuillier, Bastien
  Nowak, Kowalski, Wisniewski, Kaczmarek, Szymanski, Rossi, Ferrari, Bianchi, Esposito, Colombo, Ricci, Di Marco, Da Silva, Ferreira, Pereira, Dos Santos
  Lopes, Gonçalves, Garcia, Fernandez, Sanchez, Benali, Haddad, Bouazza, Cherif, Belkacem, Mansouri, Ait Ahmed, El Amrani, Ziani, Kaddour, Saïdi, Amara
  Traoré, Diallo, Coulibaly, Diop, Ndiaye, Keïta, Camara, Sow, Konaté, Mbemba, Okafor, Tshibanda, Nguyen, Tran, Pham, Chen, Wang, Li, Kaya, Yilmaz
  Demir, Öztürk, Arslan, Petrov, Ivanova, Popescu, Ionescu, Hoxha, Berisha, Jovanovic, Kurt, Sahin, Singh, Rahman, Rajaona, Hoarau, Payet, Césaire
  Le Goff, Le Gall, De La Tour, Saint-Dizier, Martin-Klein, Benoit-Weber, L'Huillier, D'Angelo, N'Guessan, O'Brien
`);

export const GIRLS: readonly string[] = words(`
  Léa, Emma, Jade, Louise, Chloé, Inès, Manon, Camille, Zoé, Lina, Sarah, Alice, Juliette, Anna, Eva, Romane, Clara, Agathe, Élise, Margaux, Lucie, Maëlle
  Apolline, Noémie, Mathilde, Anaïs, Océane, Salomé, Céleste, Capucine, Yasmine, Nour, Aïcha, Fatou, Mariam, Aminata, Khadija, Imane, Salma, Assia, Leïla
  Samira, Naïla, Myriam, Awa, Binta, Grâce, Naomie, Linh, Mei, Aylin, Elif, Zeynep, Selin, Giulia, Chiara, Sofia, Beatriz, Mariana, Carla, Olga, Anya
  Ilona, Katarzyna, Magda, Elena, Ioana, Arta, Priya, Maya, Solène, Gwenaëlle, Rozenn, Marie-Lou, Anne-Sophie, Lou-Ann, Zélie, Garance, Flore, Ondine
`);

export const BOYS: readonly string[] = words(`
  Lucas, Hugo, Louis, Gabriel, Arthur, Jules, Adam, Raphaël, Léo, Ethan, Nathan, Paul, Tom, Noah, Sacha, Maxime, Théo, Antoine, Baptiste, Victor, Timéo
  Clément, Alexandre, Simon, Gaspard, Augustin, Étienne, François, Loïc, Yann, Maël, Élie, Noé, Robin, Quentin, Rémi, Mathis, Enzo, Matteo, Luca, Marco
  Tiago, Diego, Rafael, João, Yanis, Rayan, Ibrahim, Mohamed, Ismaël, Bilal, Mehdi, Karim, Nassim, Sofiane, Amine, Ilyès, Moussa, Mamadou, Ousmane
  Cheikh, Abdou, Kofi, Emmanuel, Minh, Wei, Emir, Kerem, Yusuf, Deniz, Mateusz, Jakub, Stefan, Andrei, Luan, Arjun, Kenan, Jean-Baptiste, Pierre-Louis
  Malo, Ewen, Titouan, Corentin, Marius, Célestin, Achille, Anatole
`);

export const MOTHERS: readonly string[] = words(`
  Sophie, Nathalie, Céline, Isabelle, Stéphanie, Sandrine, Aurélie, Émilie, Virginie, Karine, Hélène, Laurence, Delphine, Caroline, Valérie, Claire
  Marie, Anne, Élodie, Mélanie, Laetitia, Audrey, Julie, Fatima, Nadia, Samia, Aïssatou, Rachida, Farida, Malika, Aminata, Rokia, Thi Lan, Xiaoling
  Ayse, Fatma, Maria, Paola, Francesca, Ana, Teresa, Agnieszka, Ewa, Svetlana, Irina, Mihaela, Vjosa, Deepa, Gaëlle, Nolwenn, Anne-Laure, Marie-Pierre
`);

export const FATHERS: readonly string[] = words(`
  Nicolas, Sébastien, Christophe, Laurent, David, Frédéric, Stéphane, Olivier, Jérôme, Julien, Guillaume, Philippe, Cédric, Éric, Vincent, Thierry
  Fabrice, Benoît, Arnaud, Grégory, Franck, Pascal, Ludovic, Mohamed, Rachid, Ahmed, Omar, Hassan, Khalid, Mamadou, Ousmane, Ibrahima, Van Thanh
  Jian, Mehmet, Mustafa, Ali, Antonio, Giovanni, José, Manuel, Carlos, Piotr, Tomasz, Sergueï, Ion, Agim, Rajesh, Erwan, Yves, Jean-Marc, Pierre-Yves
`);

export const STREETS: readonly string[] = words(`
  rue des Tilleuls, rue du Moulin, avenue de la Liberté, rue Jean Jaurès, place de l'Église, rue des Écoles, impasse des Lilas, chemin de la Seille
  rue de Verdun, boulevard de Trèves, rue Paul Verlaine, allée des Mésanges, rue du Général Leclerc, rue Haute, rue de la Fontaine, quai des Régates
`);

/** A city and its postal code. */
export const CITIES = [
  ['METZ', '57000'],
  ['WOIPPY', '57140'],
  ['MONTIGNY-LÈS-METZ', '57950'],
  ['MAIZIÈRES-LÈS-METZ', '57280'],
  ['NANCY', '54000'],
  ['PONT-À-MOUSSON', '54700'],
  ['CHÂTEAU-SALINS', '57170'],
  ['DIEUZE', '57260'],
] as const;
